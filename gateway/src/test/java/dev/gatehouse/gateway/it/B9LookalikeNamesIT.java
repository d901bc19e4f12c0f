package dev.gatehouse.gateway.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.testing.ModernClient;
import dev.gatehouse.gateway.testing.RawRequest;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.Scene;
import dev.gatehouse.gateway.testing.Side;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** B9: names are compared by code points, and whatever only looks like one that matters is refused. */
class B9LookalikeNamesIT {

    private static final Scene SCENE = Scene.open();

    @AfterAll
    static void close() throws IOException {
        SCENE.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lookalikeMembers")
    void aMemberThatOnlyLooksLikeAKnownOneIsRefused(Spoil spoil) {
        for (Side side : Side.values()) {
            SCENE.refused(SCENE.spoiltCall(side, spoil.edit()), 400);
        }
    }

    static Stream<Spoil> lookalikeMembers() {
        return Stream.of(
                Spoil.inParams("Name beside name", "\"Name\":\"closed\""),
                Spoil.inParams("NAME beside name", "\"NAME\":\"closed\""),
                Spoil.replace("NAME in place of name", "\"params\":{\"name\"", "\"params\":{\"NAME\""),
                Spoil.replace("Name in place of name", "\"params\":{\"name\"", "\"params\":{\"Name\""),
                Spoil.last("Method beside method", "\"Method\":\"ping\""),
                Spoil.replace("METHOD in place of method", "\"method\":\"tools", "\"METHOD\":\"tools"),
                Spoil.last("PARAMS beside params", "\"PARAMS\":{}"),
                Spoil.last("param\u017f with a long s", "\"param\u017f\":{\"name\":\"closed\"}"),
                Spoil.last("param\\u017f in escapes", "\"param\\u017f\":{\"name\":\"closed\"}"),
                Spoil.last("ID beside id", "\"ID\":99"),
                Spoil.last("i\u0500d, no member of any message", "\"i\u0500d\":99"),
                Spoil.last("JSONRPC beside jsonrpc", "\"JSONRPC\":\"2.0\""),
                Spoil.inParams("a fullwidth name", "\"\uff4e\uff41\uff4d\uff45\":\"closed\""),
                Spoil.inParams("Uri on a call", "\"URI\":\"note://closed/1\""),
                Spoil.inParams("_META", "\"_META\":{}"),
                Spoil.inParams("argument\u017f with a long s", "\"argument\u017f\":{}"),
                Spoil.last("an unknown member at the top", "\"extra\":1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lookalikeMeta")
    void aLookalikeInModernMetaIsRefused(Spoil spoil) {
        SCENE.refused(SCENE.spoiltCall(Side.MODERN, spoil.edit()), 400);
    }

    static Stream<Spoil> lookalikeMeta() {
        return Stream.of(
                Spoil.replace(
                        "a Kelvin sign", "\"_meta\":{", "\"_meta\":{\"progressTo\u212aen\":1,\"progressToken\":2,"),
                Spoil.replace(
                        "a version in another case",
                        "\"_meta\":{",
                        "\"_meta\":{\"io.modelcontextprotocol/ProtocolVersion\":\"2025-11-25\","),
                Spoil.replace(
                        "capabilities in capitals",
                        "\"_meta\":{",
                        "\"_meta\":{\"IO.MODELCONTEXTPROTOCOL/CLIENTCAPABILITIES\":{\"sampling\":{}},"));
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @ValueSource(
            strings = {
                "OPEN",
                "Open",
                "open ",
                " open",
                "open\u0000",
                "open\t",
                "op\u200ben",
                "\u200bopen",
                "open\u00ad",
                "\uff4fpen",
                "o\u0440en",
                "ope\u0301n",
                "op\u00e9n",
                "open\u202e",
                "open\n",
                "open\r\nMcp-Name: closed"
            })
    void aToolNameThatOnlyLooksAllowedIsUnknown(String name) {
        for (Side side : Side.values()) {
            String wire = side.wireName("") + name;
            RawResponse response = SCENE.refused(SCENE.call(side, "/mcp", "alice", wire));

            assertThat(response.status()).isIn(200, 400);
            assertThat(response.errorCode()).isIn(-32602, -32600, -32020);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Gamma__open", "GAMMA__open", "gamma__OPEN", "gamma__open\u200b"})
    void aHeaderThatOnlyLooksLikeTheBodyIsAMismatch(String header) {
        RawRequest call = SCENE.allowedCall(Side.MODERN).replacing("Mcp-Name", ModernClient.encoded(header));

        assertThat(SCENE.refused(call, 400).errorCode()).isEqualTo(-32020);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenText")
    void textThatIsNotUtf8IsRefused(Spoil spoil) {
        for (Side side : Side.values()) {
            RawRequest call = SCENE.allowedCall(side);
            SCENE.refused(call.bytes(spoil.edit().apply(call.rawBody()).getBytes(ISO_8859_1)), 400);
        }
    }

    static Stream<Spoil> brokenText() {
        return Stream.of(
                Spoil.replace("a lone continuation byte in the name", "__open", "__op\u0080en"),
                Spoil.replace("an overlong slash", "tools/call", "tools\u00c0\u00afcall"),
                Spoil.replace("an overlong letter", "__open", "__\u00c1\u00afpen"),
                Spoil.replace("a surrogate in UTF-8", "__open", "__open\u00ed\u00a0\u0080"),
                Spoil.replace("a code point beyond Unicode", "__open", "__open\u00f4\u0090\u0080\u0080"),
                Spoil.replace("Latin-1 in an argument", Scene.CANARY, Scene.CANARY + "\u00e9"),
                Spoil.replace("a sequence cut short", Scene.CANARY + "\"", Scene.CANARY + "\u00e2\u0082\""),
                Spoil.replace("a lone surrogate in escapes", "__open", "__open\\ud800"),
                Spoil.replace("surrogates in the wrong order", "__open", "__open\\udc00\\ud800"),
                Spoil.replace("a raw control character", "__open", "__open\u0001"),
                Spoil.replace("a raw line feed in the name", "__open", "__open\n"));
    }
}
