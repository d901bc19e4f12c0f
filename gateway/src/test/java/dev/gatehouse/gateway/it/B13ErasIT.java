package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatehouse.gateway.testing.LegacyClient;
import dev.gatehouse.gateway.testing.RawRequest;
import dev.gatehouse.gateway.testing.RawResponse;
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

/** B13: a request belongs to one era, and one that claims two belongs to none. */
class B13ErasIT {

    private static final Scene SCENE = Scene.open();

    @AfterAll
    static void close() throws IOException {
        SCENE.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contradictions")
    void aContradictionIsABadRequest(String name, RawRequest request) {
        SCENE.refused(request, 400);
    }

    static Stream<Arguments> contradictions() {
        RawRequest legacy = SCENE.allowedCall(Side.LEGACY);
        RawRequest modern = SCENE.allowedCall(Side.MODERN);
        String session = SCENE.legacy("/mcp", "alice").session();
        return Stream.of(
                arguments("a modern header over a legacy body", legacy.replacing("MCP-Protocol-Version", "2026-07-28")),
                arguments(
                        "a modern header over a legacy body without a session",
                        legacy.without("Mcp-Session-Id").replacing("MCP-Protocol-Version", "2026-07-28")),
                arguments("a legacy header over a modern body", modern.replacing("MCP-Protocol-Version", "2025-11-25")),
                arguments(
                        "a legacy header over a modern body in a session",
                        modern.replacing("MCP-Protocol-Version", "2025-11-25").with("Mcp-Session-Id", session)),
                arguments("a modern body without a version header", modern.without("MCP-Protocol-Version")),
                arguments(
                        "a modern body in a session without a version header",
                        modern.without("MCP-Protocol-Version").with("Mcp-Session-Id", session)),
                arguments("a future version in the header", modern.replacing("MCP-Protocol-Version", "2027-03-01")),
                arguments("a future version in the body", edit(modern, "2026-07-28\"", "2027-03-01\"")),
                arguments("an older version in the body", edit(modern, "2026-07-28\"", "2025-11-25\"")),
                arguments("a version that is a number", edit(modern, "\"2026-07-28\"", "20260728")),
                arguments("a legacy call without a session", legacy.without("Mcp-Session-Id")),
                arguments(
                        "an older version than the session's", legacy.replacing("MCP-Protocol-Version", "2025-06-18")),
                arguments("an unknown version in a session", legacy.replacing("MCP-Protocol-Version", "2099-01-01")),
                arguments("garbage for a version in a session", legacy.replacing("MCP-Protocol-Version", "latest")),
                arguments("two session ids", legacy.with("Mcp-Session-Id", session)),
                arguments("capabilities missing", edit(modern, "/clientCapabilities", "/otherThings")));
    }

    @Test
    void aVersionNobodyKnowsIsAnsweredWithTheOnesWeKnow() {
        RawRequest future = edit(SCENE.allowedCall(Side.MODERN), "2026-07-28\"", "2027-03-01\"")
                .replacing("MCP-Protocol-Version", "2027-03-01");
        RawResponse response = SCENE.refused(future, 400);

        assertThat(response.errorCode()).isEqualTo(-32022);
        assertThat(response.answer().at("/error/data/supported").toString()).contains("2026-07-28");
        assertThat(response.answer().at("/error/data/requested").asText()).isEqualTo("2027-03-01");
    }

    @Test
    void initializeIsNeverAnsweredWithAModernVersion() {
        RawResponse response = SCENE.raw().send(LegacyClient.initialize("/mcp", Tokens.of("alice"), "2026-07-28"));

        assertThat(response.answer().at("/result/protocolVersion").asText()).isEqualTo("2025-11-25");
        assertThat(response.header("Mcp-Session-Id")).hasSize(1);
    }

    @Test
    void initializeUnderAModernHeaderIsRefused() {
        RawRequest initialize = LegacyClient.initialize("/mcp", Tokens.of("alice"), "2025-11-25");

        RawResponse response = SCENE.raw()
                .send(initialize.with("MCP-Protocol-Version", "2026-07-28").with("Mcp-Method", "initialize"));

        assertThat(response.status()).isIn(400, 404);
        assertThat(response.header("Mcp-Session-Id")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"alice", "root"})
    void aSessionIdOnAModernCallMeansNothing(String owner) {
        SCENE.gamma().forget();
        String session = SCENE.legacy("/mcp", owner).session();

        RawResponse response = SCENE.raw()
                .send(SCENE.allowedCall(Side.MODERN)
                        .with("Mcp-Session-Id", session)
                        .with("Last-Event-ID", "1"));

        assertThat(response.status()).isIn(200, 400, 404);
        assertThat(response.header("Mcp-Session-Id")).isEmpty();
        assertThat(SCENE.gamma().received()).allSatisfy(seen -> {
            assertThat(seen.header("Mcp-Session-Id")).isEmpty();
            assertThat(seen.header("Last-Event-ID")).isEmpty();
        });
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "initialize",
                "ping",
                "logging/setLevel",
                "resources/subscribe",
                "resources/unsubscribe",
                "tasks/list",
                "tasks/result",
                "sampling/createMessage",
                "elicitation/create",
                "roots/list",
                "vendor/anything",
                "tools/call2",
                "Tools/Call",
                "tools/call\u0000"
            })
    void aMethodThatTheModernEraDoesNotKnowIsNotFound(String method) {
        RawRequest request = SCENE.modern("/mcp", "alice")
                .request(method, "{'uri': 'card://open/1', 'level': 'debug', 'canary': '" + Scene.CANARY + "'}");
        RawRequest mirrored =
                method.endsWith("\u0000") ? request.replacing("Mcp-Method", "=?base64?dG9vbHMvY2FsbAA=?=") : request;
        RawResponse response = SCENE.refused(mirrored);

        assertThat(response.status()).isIn(400, 404);
        assertThat(response.errorCode()).isIn(-32601, -32020, -32600);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "server/discover",
                "subscriptions/listen",
                "tasks/get",
                "tasks/list",
                "tasks/result",
                "tasks/cancel",
                "tasks/update",
                "sampling/createMessage",
                "vendor/anything",
                "Tools/Call"
            })
    void aMethodThatTheLegacyEraDoesNotKnowIsNotFound(String method) {
        RawRequest request = SCENE.legacy("/mcp", "alice")
                .request(method, "{'taskId': 't', 'notifications': {}, 'canary': '" + Scene.CANARY + "'}");

        assertThat(SCENE.refused(request, 200).errorCode()).isEqualTo(-32601);
    }

    private static RawRequest edit(RawRequest request, String what, String by) {
        return request.body(request.rawBody().replace(what, by));
    }
}
