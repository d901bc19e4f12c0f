package dev.gatehouse.gateway.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatehouse.gateway.testing.RawRequest;
import dev.gatehouse.gateway.testing.Scene;
import dev.gatehouse.gateway.testing.Side;
import java.io.IOException;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** B12: what the headers say and what the body says must be one thing. */
class B12MirroredHeadersIT {

    private static final String NAME = "gamma__open";
    private static final Scene SCENE = Scene.open();

    @AfterAll
    static void close() throws IOException {
        SCENE.close();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("mismatches")
    void aHeaderThatDisagreesIsAMismatch(String header, String value) {
        RawRequest call = SCENE.allowedCall(Side.MODERN).replacing(header, value);

        assertThat(SCENE.refused(call, 400).errorCode()).isEqualTo(-32020);
    }

    static Stream<Arguments> mismatches() {
        return Stream.of(
                arguments("MCP-Protocol-Version", "2025-11-25"),
                arguments("MCP-Protocol-Version", "2025-03-26"),
                arguments("Mcp-Method", "tools/list"),
                arguments("Mcp-Method", "TOOLS/CALL"),
                arguments("Mcp-Method", "tools/call/"),
                arguments("Mcp-Method", "tools%2Fcall"),
                arguments("Mcp-Method", ""),
                arguments("Mcp-Name", "gamma__get_one"),
                arguments("Mcp-Name", "gamma__closed"),
                arguments("Mcp-Name", "open"),
                arguments("Mcp-Name", "GAMMA__OPEN"),
                arguments("Mcp-Name", ""),
                arguments("Mcp-Name", NAME + ", " + NAME),
                arguments("Mcp-Name", NAME + ",gamma__closed"),
                arguments("Mcp-Name", "\"" + NAME + "\""),
                arguments("Mcp-Name", "gamma__%6fpen"),
                arguments("Mcp-Name", "gamma__\\u006fpen"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"MCP-Protocol-Version", "Mcp-Method", "Mcp-Name"})
    void aMissingHeaderIsAMismatch(String header) {
        assertThat(SCENE.refused(SCENE.allowedCall(Side.MODERN).without(header), 400)
                        .errorCode())
                .isEqualTo(-32020);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("repeats")
    void aRepeatedHeaderIsRefusedInAnyOrder(String header, String good, String other) {
        RawRequest bare = SCENE.allowedCall(Side.MODERN).without(header);

        SCENE.refused(bare.with(header, good).with(header, other), 400);
        SCENE.refused(bare.with(header, other).with(header, good), 400);
        SCENE.refused(bare.with(header, good).with(header.toLowerCase(Locale.ROOT), good), 400);
    }

    static Stream<Arguments> repeats() {
        return Stream.of(
                arguments("MCP-Protocol-Version", "2026-07-28", "2025-11-25"),
                arguments("Mcp-Method", "tools/call", "tools/list"),
                arguments("Mcp-Name", NAME, "gamma__closed"),
                arguments("Mcp-Name", NAME, ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenSentinels")
    void aBrokenSentinelIsAMismatch(String name, String value) {
        RawRequest call = SCENE.allowedCall(Side.MODERN).replacing("Mcp-Name", value);

        assertThat(SCENE.refused(call, 400).errorCode()).isEqualTo(-32020);
    }

    static Stream<Arguments> brokenSentinels() {
        String good = base64(NAME);
        return Stream.of(
                arguments("marker in capitals", "=?BASE64?" + good + "?="),
                arguments("marker of MIME", "=?utf-8?B?" + good + "?="),
                arguments("padding missing", "=?base64?" + good.replace("=", "") + "?="),
                arguments("too much padding", "=?base64?" + good + "=?="),
                arguments("a letter outside the alphabet", "=?base64?" + good.replace(good.charAt(3), '!') + "?="),
                arguments("a space inside", "=?base64? " + good + "?="),
                arguments("no end", "=?base64?" + good),
                arguments("nothing inside", "=?base64??="),
                arguments("something behind it", "=?base64?" + good + "?= x"),
                arguments("a sentinel of a sentinel", sentinel(sentinel(NAME))),
                arguments("another tool", sentinel("gamma__closed")),
                arguments("a trailing space inside", sentinel(NAME + " ")),
                arguments("bytes that are not UTF-8", "=?base64?" + "gP+A" + "?="));
    }

    @Test
    void anHonestSentinelAndWhitespaceAroundAValueAreFine() {
        RawRequest call = SCENE.call(Side.MODERN, "/mcp", "alice", NAME);

        assertThat(SCENE.raw().send(call.replacing("Mcp-Name", sentinel(NAME))).status())
                .isEqualTo(200);
        assertThat(SCENE.raw()
                        .send(call.replacing("mcp-name", "  " + NAME + " \t"))
                        .status())
                .isEqualTo(200);
        assertThat(SCENE.gamma().received("tools/call")).allSatisfy(seen -> {
            assertThat(seen.header("Mcp-Name")).containsExactly("open");
            assertThat(seen.json().at("/params/name").asText()).isEqualTo("open");
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenLines")
    void aBrokenHeaderLineIsRefused(String name, String value) throws IOException {
        RawRequest call = SCENE.allowedCall(Side.MODERN).replacing("Mcp-Name", value);
        SCENE.gamma().forget();
        try (var connection = SCENE.raw().connect()) {
            assertThat(Attempts.status(connection, call)).isIn(0, 400, 413, 431);
        }
        SCENE.assertNothingGotThrough();
    }

    static Stream<Arguments> brokenLines() {
        return Stream.of(
                arguments("folded", NAME + "\r\n closed"),
                arguments("a bare carriage return", NAME + "\rMcp-Name: x"),
                arguments("a NUL", NAME + "\u0000"),
                arguments("a NUL inside", "gamma__\u0000open"),
                arguments("a vertical tab", "gamma__open\u000b"),
                arguments("a space before the colon", NAME + "\r\nMcp-Name : gamma__closed"),
                arguments("an empty name", NAME + "\r\n: x"),
                arguments("no colon", NAME + "\r\nMcp-Name"),
                arguments("a megabyte", "x".repeat(1 << 20)));
    }

    /** RFC 9112, 5.2 lets a server read a fold as a space, and a space at the end of a value is none. */
    @Test
    void aFoldThatAddsNothingArrivesAsTheCanonicalValue() {
        SCENE.gamma().forget();

        RawRequest folded = SCENE.allowedCall(Side.MODERN).replacing("Mcp-Name", NAME + "\r\n ");

        assertThat(SCENE.raw().send(folded).status()).isIn(200, 400);
        assertThat(SCENE.gamma().received("tools/call"))
                .allSatisfy(seen -> assertThat(seen.header("Mcp-Name")).containsExactly("open"));
        SCENE.gamma().forget();
    }

    @Test
    void tenThousandParameterHeadersAreRefused() throws IOException {
        var lines = new StringBuilder(NAME);
        for (int i = 0; i < 10_000; i++) {
            lines.append("\r\nMcp-Param-").append(i).append(": 1");
        }
        try (var connection = SCENE.raw().connect()) {
            assertThat(Attempts.status(
                            connection, SCENE.allowedCall(Side.MODERN).replacing("Mcp-Name", lines.toString())))
                    .isIn(0, 400, 413, 431);
        }
        SCENE.assertNothingGotThrough();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherTargets")
    void otherTargetsAreMirroredToo(String method, String params, String header) {
        RawRequest request = SCENE.request(Side.MODERN, method, params);
        SCENE.gamma().forget();

        assertThat(SCENE.raw().send(request.without("Mcp-Name")).errorCode()).isEqualTo(-32020);
        assertThat(SCENE.raw().send(request.replacing("Mcp-Name", header)).errorCode())
                .isEqualTo(-32020);
        assertThat(SCENE.gamma().received(method)).isEmpty();
    }

    static Stream<Arguments> otherTargets() {
        return Stream.of(
                arguments("prompts/get", "{'name': 'gamma__hello'}", "gamma__hidden-prompt"),
                arguments("resources/read", "{'uri': 'card://open/1'}", "card://open/2"),
                arguments("resources/read", "{'uri': 'card://open/1'}", "card://OPEN/1"));
    }

    @Test
    void inALegacySessionTheBodyDecidesAndMirroredHeadersGoNowhere() {
        SCENE.refused(SCENE.call(Side.LEGACY, "/mcp", "alice", "alpha__closed")
                .with("Mcp-Method", "tools/call")
                .with("Mcp-Name", "alpha__open"));
        SCENE.alpha().forget();

        SCENE.raw()
                .send(SCENE.allowedCall(Side.LEGACY)
                        .with("Mcp-Method", "tools/list")
                        .with("Mcp-Name", "alpha__closed"));

        assertThat(SCENE.alpha().received())
                .noneMatch(seen -> !seen.header("Mcp-Name").isEmpty());
        assertThat(SCENE.alpha().received("tools/call"))
                .allSatisfy(seen ->
                        assertThat(seen.json().at("/params/name").asText()).isEqualTo("open"));
    }

    private static String sentinel(String value) {
        return "=?base64?" + base64(value) + "?=";
    }

    private static String base64(String value) {
        return Base64.getEncoder().encodeToString(value.getBytes(UTF_8));
    }
}
