package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatehouse.gateway.testing.RawConnection;
import dev.gatehouse.gateway.testing.RawRequest;
import dev.gatehouse.gateway.testing.Scene;
import dev.gatehouse.gateway.testing.Side;
import dev.gatehouse.gateway.testing.Tokens;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** B15: bombs fizzle within bounds, and no framing trick hides a second request. */
class B15ResourceExhaustionIT {

    private static final int BODY_LIMIT = 1 << 20;
    private static final Scene SCENE =
            Scene.open(folder -> folder.gateway("{limits: {bodyBytes: " + BODY_LIMIT + "}}"));

    @AfterAll
    static void close() throws IOException {
        SCENE.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void isRefusedWithinBounds(Spoil spoil) {
        for (Side side : Side.values()) {
            assertThat(SCENE.refused(SCENE.spoiltCall(side, spoil.edit())).status())
                    .isIn(400, 413);
        }
    }

    static Stream<Spoil> bombs() {
        return Stream.of(
                bomb("100,000 open arrays", "[".repeat(100_000) + "]".repeat(100_000)),
                bomb("100,000 arrays that never end", "[".repeat(100_000)),
                bomb("10,000 open objects", "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000)),
                bomb("an object of 100,001 members", wideObject()));
    }

    private static Spoil bomb(String sentence, String value) {
        return Spoil.replace(sentence, "{\"canary\"", "{\"bomb\":" + value + ",\"canary\"");
    }

    private static String wideObject() {
        var object = new StringBuilder("{");
        for (int i = 0; i < 100_001; i++) {
            object.append(i == 0 ? "" : ",")
                    .append('"')
                    .append(Integer.toString(i, 36))
                    .append("\":1");
        }
        return object.append('}').toString();
    }

    @Test
    void aBodyBeyondTheLimitIsTooLarge() throws IOException {
        RawRequest call = SCENE.spoiltCall(
                Side.MODERN,
                body -> body.replace("{\"canary\"", "{\"x\":\"" + "x".repeat(BODY_LIMIT) + "\",\"canary\""));
        SCENE.forget();
        try (var connection = SCENE.raw().connect()) {
            assertThat(Attempts.status(connection, call)).isEqualTo(413);
        }
        SCENE.assertNothingGotThrough();
    }

    @Test
    void aChunkedBodyBeyondTheLimitIsCutOff() throws IOException {
        SCENE.forget();
        try (RawConnection connection = SCENE.raw().connect()) {
            connection.write(chunkedHead(SCENE.allowedCall(Side.MODERN)));
            String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
            assertThat(Attempts.status(connection, chunk.repeat(64))).isIn(0, 413);
        }
        SCENE.assertNothingGotThrough();
    }

    @Test
    void aChunkedBodyWithoutItsEndReachesNobody() throws IOException {
        RawRequest call = SCENE.allowedCall(Side.MODERN);
        SCENE.forget();
        try (RawConnection connection = SCENE.raw().connect()) {
            String body = call.rawBody();
            connection.write(chunkedHead(call));
            connection.write(Integer.toHexString(body.length()) + "\r\n" + body + "\r\n");
            SCENE.assertNothingGotThrough();
        }
        SCENE.assertNothingGotThrough();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("framings")
    void anAmbiguousFramingIsRefusedAndHidesNothing(String name, String framing) throws IOException {
        RawRequest call = SCENE.allowedCall(Side.MODERN);
        SCENE.forget();
        try (RawConnection connection = SCENE.raw().connect()) {
            String head = head(call)
                    + framing.replace("LENGTH", Integer.toString(call.rawBody().length())) + "\r\n";

            int status = Attempts.status(connection, head + call.rawBody() + hiddenCall());

            assertThat(status).as(name).isIn(0, 400, 411, 501);
        }
        SCENE.assertNothingGotThrough();
    }

    static Stream<Arguments> framings() {
        return Stream.of(
                arguments("a length and chunks", "Content-Length: LENGTH\r\nTransfer-Encoding: chunked\r\n"),
                arguments("chunks and a length", "Transfer-Encoding: chunked\r\nContent-Length: LENGTH\r\n"),
                arguments("two lengths", "Content-Length: LENGTH\r\nContent-Length: 5\r\n"),
                arguments("the same length twice", "Content-Length: LENGTH\r\nContent-Length: LENGTH\r\n"),
                arguments("a list of lengths", "Content-Length: LENGTH, LENGTH\r\n"),
                arguments("a negative length", "Content-Length: -1\r\n"),
                arguments("a length with a sign", "Content-Length: +LENGTH\r\n"),
                arguments("a hexadecimal length", "Content-Length: 0x10\r\n"),
                arguments("a length beyond all numbers", "Content-Length: 99999999999999999999\r\n"),
                arguments("an unknown coding", "Transfer-Encoding: xchunked\r\n"),
                arguments("identity", "Transfer-Encoding: identity\r\n"),
                arguments("gzip before chunked", "Transfer-Encoding: gzip, chunked\r\n"),
                arguments("chunked twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n"),
                arguments(
                        "a vertical tab before chunked",
                        "Transfer-Encoding: \u000bchunked\r\nContent-Length: LENGTH\r\n"),
                arguments("a space before the colon", "Transfer-Encoding : chunked\r\nContent-Length: LENGTH\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"ffffffffffffffff1", "-1", "0x5", "5 5", "", "zz"})
    void aBrokenChunkSizeIsRefused(String size) throws IOException {
        RawRequest call = SCENE.allowedCall(Side.MODERN);
        SCENE.forget();
        try (RawConnection connection = SCENE.raw().connect()) {
            String bytes = chunkedHead(call) + size + "\r\n" + call.rawBody() + "\r\n0\r\n\r\n";
            assertThat(Attempts.status(connection, bytes)).isIn(0, 400, 413);
        }
        SCENE.assertNothingGotThrough();
    }

    @Test
    void aRequestIsNotUpgradedToAnotherProtocol() throws IOException {
        RawRequest list = SCENE.request(Side.MODERN, "tools/list", "{}")
                .with("Connection", "Upgrade, HTTP2-Settings")
                .with("Upgrade", "h2c")
                .with("HTTP2-Settings", "AAMAAABkAAQAoAAAAAIAAAAA");
        assertThat(SCENE.raw().send(list).status()).isIn(200, 400);

        SCENE.forget();

        try (RawConnection connection = SCENE.raw().connect()) {
            int status = Attempts.status(connection, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
            assertThat(status).isIn(0, 400, 401, 403, 404, 405, 505);
        }
    }

    @Test
    void hugeButHonestArgumentsPass() {
        String large = "x".repeat(BODY_LIMIT / 2);
        var response = SCENE.raw()
                .send(SCENE.request(
                        Side.MODERN, "tools/call", "{'name': 'gamma__open', 'arguments': {'x': '" + large + "'}}"));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).contains(large);
    }

    /** A whole further request by somebody who may do everything. */
    private static String hiddenCall() {
        RawRequest call = SCENE.allowedCall(Side.MODERN).bearer(Tokens.of("root"));
        return head(call) + "Content-Length: " + call.rawBody().length() + "\r\n\r\n" + call.rawBody();
    }

    private static String chunkedHead(RawRequest call) {
        return head(call) + "Transfer-Encoding: chunked\r\n\r\n";
    }

    private static String head(RawRequest call) {
        var head = new StringBuilder("POST /mcp HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        call.headers().forEach(header -> head.append(header).append("\r\n"));
        return head.toString();
    }
}
