package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.testing.Json;
import dev.gatehouse.gateway.testing.RawRequest;
import dev.gatehouse.gateway.testing.RecordedRequest;
import dev.gatehouse.gateway.testing.RecordingUpstream;
import dev.gatehouse.gateway.testing.Scene;
import dev.gatehouse.gateway.testing.Side;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** B16: the upstream receives exactly what was authorised, and its headers say the same as its body. */
class B16CanonicalMessagesIT {

    private static final String ARGUMENTS =
            "{'text': 'ünï \\u0007 / \\\\ \\\" \\ud83d\\ude00', 'n': [1, -2.50, 1e3, true, null], 'name': 'decoy'}";
    private static final Scene SCENE = Scene.open();

    @AfterAll
    static void close() throws IOException {
        SCENE.close();
    }

    @BeforeEach
    void forget() {
        SCENE.upstreams().forEach(RecordingUpstream::forget);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Side.class)
    void aRenamedCallArrivesUnderItsOwnNameAndOtherwiseUnchanged(Side side) {
        assertArrives(side, "/mcp", side.wireName("open"));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Side.class)
    void aCallOnTheServersOwnEndpointArrivesUnchanged(Side side) {
        assertArrives(side, side.ownPath(), "open");
    }

    private static void assertArrives(Side side, String path, String wireName) {
        RawRequest call = SCENE.request(
                side, path, "alice", "tools/call", "{'name': '" + wireName + "', 'arguments': " + ARGUMENTS + "}");
        SCENE.raw().send(call);

        RecordedRequest seen = SCENE.upstream(side).only("tools/call");
        ObjectNode sent = Json.parseObject(call.rawBody());
        assertThat(seen.json().at("/params/arguments")).isEqualTo(Json.quoted(ARGUMENTS));
        assertThat(seen.json().at("/params/name").asText()).isEqualTo("open");
        assertThat(names(seen.json())).containsExactlyInAnyOrder("jsonrpc", "id", "method", "params");
        assertThat(names(seen.json().withObject("/params"))).isEqualTo(names(sent.withObject("/params")));
        assertThat(seen.rawBody()).doesNotContain(wireName.contains("__") ? wireName : "no such text");
        assertCanonicalHeaders(side, seen, "open");
    }

    private static void assertCanonicalHeaders(Side side, RecordedRequest seen, String name) {
        assertThat(seen.method() + " " + seen.target()).isEqualTo("POST /mcp");
        assertThat(seen.header("Content-Type")).hasSize(1).first().asString().startsWith("application/json");
        assertThat(seen.header("Host"))
                .containsExactly(SCENE.upstream(side).url().substring(7).replace("/mcp", ""));
        assertThat(seen.header("Content-Length").size()
                        + seen.header("Transfer-Encoding").size())
                .isEqualTo(1);
        assertThat(String.join(",", seen.header("Accept"))).contains("application/json", "text/event-stream");
        assertThat(seen.header("Authorization")).isEmpty();
        switch (side) {
            case LEGACY -> {
                assertThat(seen.header("Mcp-Method")).isEmpty();
                assertThat(seen.header("Mcp-Name")).isEmpty();
                assertThat(seen.header("MCP-Protocol-Version")).containsExactly("2025-11-25");
                assertThat(seen.header("Mcp-Session-Id"))
                        .singleElement()
                        .asString()
                        .startsWith("upstream-session-");
            }
            case MODERN -> {
                assertThat(seen.header("Mcp-Method")).containsExactly("tools/call");
                assertThat(seen.header("Mcp-Name")).containsExactly(name);
                assertThat(seen.header("MCP-Protocol-Version")).containsExactly("2026-07-28");
                assertThat(seen.header("Mcp-Session-Id")).isEmpty();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"\\u006fpen", "o\\u0070e\\u006e", "\\u006f\\u0070\\u0065\\u006e"})
    void aNameInEscapesIsDecidedAndForwardedAsWhatItMeans(String spelling) {
        for (Side side : Side.values()) {
            RawRequest call = SCENE.allowedCall(side);
            SCENE.raw().send(call.body(call.rawBody().replace("__open", "\\u005f_" + spelling)));

            RecordedRequest seen = SCENE.upstream(side).only("tools/call");
            assertThat(seen.json().at("/params/name").asText()).isEqualTo("open");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Side.class)
    void membersInAnUnusualOrderAndSpacingAreUnderstood(Side side) {
        RawRequest call = SCENE.allowedCall(side);
        ObjectNode message = Json.parseObject(call.rawBody());
        String unusual = "{ \"params\" :\r\n" + message.get("params").toPrettyString()
                + "\t,\"method\": \"tools/call\" ," + "\"id\":\n 77, \"jsonrpc\":\"2.0\"}";

        assertThat(SCENE.raw().send(call.body(unusual)).answer().path("id").asInt())
                .isEqualTo(77);

        assertThat(SCENE.upstream(side)
                        .only("tools/call")
                        .json()
                        .at("/params/name")
                        .asText())
                .isEqualTo("open");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Side.class)
    void promptsAndResourcesArriveAsAuthorised(Side side) {
        SCENE.raw().send(SCENE.request(side, "prompts/get", "{'name': '" + side.wireName("hello") + "'}"));
        SCENE.raw().send(SCENE.request(side, "resources/read", "{'uri': '" + side.uri("open/1") + "'}"));

        RecordedRequest prompt = SCENE.upstream(side).only("prompts/get");
        assertThat(prompt.json().at("/params/name").asText()).isEqualTo("hello");
        assertThat(prompt.header("Mcp-Name")).isEqualTo(side == Side.MODERN ? List.of("hello") : List.of());
        RecordedRequest read = SCENE.upstream(side).only("resources/read");
        assertThat(read.json().at("/params/uri").asText()).isEqualTo(side.uri("open/1"));
        assertThat(read.header("Mcp-Name")).isEqualTo(side == Side.MODERN ? List.of(side.uri("open/1")) : List.of());
    }

    @Test
    void aNameOutsideAsciiIsEncodedInTheHeaderOnly() {
        SCENE.gamma().catalogue().tools("get_größe");
        SCENE.raw().send(SCENE.call(Side.MODERN, "/servers/gamma/mcp", "alice", "get_größe"));

        RecordedRequest seen = SCENE.gamma().only("tools/call");
        assertThat(seen.json().at("/params/name").asText()).isEqualTo("get_größe");
        assertThat(seen.header("Mcp-Name")).containsExactly("=?base64?Z2V0X2dyw7bDn2U=?=");
    }

    @Test
    void parameterHeadersTravelUntouched() {
        SCENE.raw()
                .send(SCENE.allowedCall(Side.MODERN)
                        .with("Mcp-Param-Region", "eu-west")
                        .with("mcp-param-n", "7"));

        RecordedRequest seen = SCENE.gamma().only("tools/call");
        assertThat(seen.header("Mcp-Param-Region")).containsExactly("eu-west");
        assertThat(seen.header("Mcp-Param-N")).containsExactly("7");
    }

    private static List<String> names(ObjectNode object) {
        return object.properties().stream().map(java.util.Map.Entry::getKey).toList();
    }
}
