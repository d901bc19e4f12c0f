package dev.gatehouse.gateway.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatehouse.gateway.testing.RawRequest;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.Scene;
import dev.gatehouse.gateway.testing.Side;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** B11: exactly one JSON document in UTF-8, declared as such, and nothing around it. */
class B11ForeignBodiesIT {

    private static final Scene SCENE = Scene.open();

    @AfterAll
    static void close() throws IOException {
        SCENE.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nearlyJson")
    void isRefused(Spoil spoil) {
        for (Side side : Side.values()) {
            assertThat(SCENE.refused(SCENE.spoiltCall(side, spoil.edit()), 400).errorCode())
                    .isIn(-32700, -32600);
        }
    }

    static Stream<Spoil> nearlyJson() {
        return Stream.of(
                new Spoil("a second document", call -> call + call),
                new Spoil("a second document on its own line", call -> call + "\n" + call),
                new Spoil("a comma behind it", call -> call + ","),
                new Spoil("a brace behind it", call -> call + "}"),
                new Spoil("a NUL behind it", call -> call + "\u0000"),
                new Spoil("a comment behind it", call -> call + " // all right"),
                new Spoil("a comment before it", call -> "/* hello */" + call),
                new Spoil("a byte order mark", call -> "\ufeff" + call),
                new Spoil("a guard against scripts", call -> ")]}'\n" + call),
                new Spoil("the end missing", call -> call.substring(0, call.length() - 1)),
                new Spoil("nothing at all", call -> ""),
                new Spoil("only whitespace", call -> "  "),
                new Spoil("a trailing comma", call -> call.substring(0, call.length() - 1) + ",}"),
                new Spoil("single quotes", call -> call.replace('"', '\'')),
                Spoil.replace("a bare name", "\"method\":", "method:"),
                Spoil.replace("NaN", "{\"canary\"", "{\"n\":NaN,\"canary\""),
                Spoil.replace("Infinity", "{\"canary\"", "{\"n\":-Infinity,\"canary\""),
                Spoil.replace("a leading zero", "{\"canary\"", "{\"n\":012,\"canary\""),
                Spoil.replace("a leading plus", "{\"canary\"", "{\"n\":+1,\"canary\""),
                Spoil.replace("a bare fraction", "{\"canary\"", "{\"n\":.5,\"canary\""),
                Spoil.replace("a hexadecimal number", "{\"canary\"", "{\"n\":0x10,\"canary\""),
                Spoil.replace("True", "{\"canary\"", "{\"n\":True,\"canary\""),
                Spoil.replace("an unknown escape", "{\"canary\"", "{\"n\":\"\\x41\",\"canary\""),
                Spoil.replace("a short escape", "{\"canary\"", "{\"n\":\"\\u12\",\"canary\""),
                Spoil.replace("a colon missing", "\"method\":", "\"method\" "),
                Spoil.replace("two commas", "\"method\":", ",\"method\":"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("encodings")
    void anyOtherEncodingIsRefusedDeclaredOrNot(Charset charset, String declared) {
        for (Side side : Side.values()) {
            RawRequest call = SCENE.allowedCall(side);
            RawRequest encoded = call.bytes(call.rawBody().getBytes(charset));

            SCENE.refused(encoded, 400);
            assertThat(SCENE.refused(encoded.replacing("Content-Type", declared))
                            .status())
                    .isIn(400, 415);
        }
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                arguments(UTF_16, "application/json; charset=utf-16"),
                arguments(UTF_16LE, "application/json; charset=utf-16le"),
                arguments(Charset.forName("UTF-32"), "application/json; charset=utf-32"),
                arguments(Charset.forName("UTF-32LE"), "application/json;charset=\"utf-32le\""),
                arguments(Charset.forName("IBM1047"), "application/json; charset=ibm1047"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "text/plain",
                "text/json",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/jsonp",
                "application/json+x",
                "application/json-rpc",
                "application/jsonx",
                "application/vnd.api+json",
                "json",
                "*/*",
                "application/*",
                "application/json, text/plain",
                "application/json; charset=iso-8859-1",
                "application/json; charset=utf-7",
                "application/json; charset=utf-8; charset=utf-16",
                ""
            })
    void anyOtherContentTypeIsRefused(String type) {
        for (Side side : Side.values()) {
            RawResponse response = SCENE.refused(SCENE.allowedCall(side).replacing("Content-Type", type));

            assertThat(response.status()).as(response.visible()).isIn(400, 415);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Side.class)
    void aMissingOrRepeatedContentTypeIsRefused(Side side) {
        RawRequest call = SCENE.allowedCall(side);

        assertThat(SCENE.refused(call.without("Content-Type")).status()).isIn(400, 415);
        SCENE.refused(call.with("Content-Type", "application/json"), 400);
        SCENE.refused(call.with("content-type", "text/plain"), 400);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "Application/JSON",
                "application/json; charset=utf-8",
                "application/json;charset=\"UTF-8\"",
                "application/json ; charset=utf-8"
            })
    void theTypeItselfMayBeSpeltInAnyCase(String type) {
        RawRequest list = SCENE.request(Side.MODERN, "tools/list", "{}").replacing("Content-Type", type);

        assertThat(SCENE.raw().send(list).status()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"gzip", "deflate", "br", "x-gzip", "zstd", "gzip, gzip", "identity, gzip", "GZIP"})
    void aCompressedBodyIsRefused(String coding) throws IOException {
        for (Side side : Side.values()) {
            RawRequest call = SCENE.allowedCall(side);
            RawRequest compressed = call.bytes(gzip(call.rawBody())).with("Content-Encoding", coding);

            assertThat(SCENE.refused(compressed).status()).isIn(400, 415);
            assertThat(SCENE.refused(call.with("Content-Encoding", coding)).status())
                    .isIn(400, 415);
        }
    }

    @Test
    void whitespaceAroundTheDocumentIsFine() {
        RawRequest list = SCENE.request(Side.MODERN, "tools/list", "{}");

        assertThat(SCENE.raw()
                        .send(list.body(" \r\n\t" + list.rawBody() + "\n "))
                        .status())
                .isEqualTo(200);
    }

    private static byte[] gzip(String body) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(new String(body.getBytes(ISO_8859_1), UTF_8).getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
