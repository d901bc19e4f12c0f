package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.gateway.testing.EventStream;
import dev.gatehouse.gateway.testing.LegacyClient;
import dev.gatehouse.gateway.testing.RawRequest;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.Scene;
import dev.gatehouse.gateway.testing.Side;
import dev.gatehouse.gateway.testing.Tokens;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A session id is sealed: good for its principal on its endpoint, and for nobody and nowhere else. */
class LegacySessionsIT {

    private static final Scene SCENE = Scene.open();

    @AfterAll
    static void close() throws IOException {
        SCENE.close();
    }

    @Test
    void aSessionOfSomebodyElseIsNotFoundForAnyVerb() {
        LegacyClient alice = SCENE.gateway().legacy("/mcp", "alice");

        for (RawRequest request : List.of(
                alice.request("ping", "{}"),
                alice.toolCall("alpha__open", "{'c': '" + Scene.CANARY + "'}"),
                alice.bodiless("GET").with("Accept", "text/event-stream"),
                alice.bodiless("DELETE"))) {
            SCENE.refused(request.bearer(Tokens.of("root")), 404);
        }
        assertThat(alice.ask("ping", "{}").status()).as("the owner").isEqualTo(200);
    }

    @Test
    void aSessionOfOneEndpointIsNotFoundOnAnother() {
        LegacyClient aggregate = SCENE.gateway().legacy("/mcp", "alice");

        SCENE.refused(aggregate.request("ping", "{}").target("/servers/alpha/mcp"), 404);
        LegacyClient own = SCENE.gateway().legacy("/servers/alpha/mcp", "alice");
        SCENE.refused(own.request("ping", "{}").target("/mcp"), 404);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"guess", "upstream-session-1", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", " ", "é", "a b"})
    void aMadeUpIdIsNotFound(String id) {
        RawResponse response = SCENE.refused(SCENE.allowedCall(Side.LEGACY).replacing("Mcp-Session-Id", id));

        assertThat(response.status()).isIn(400, 404);
    }

    @Test
    void anIdWithOneCharacterChangedIsNotFound() {
        LegacyClient alice = SCENE.gateway().legacy("/mcp", "alice");
        String id = alice.session();
        for (int at : new int[] {0, id.length() / 2, id.length() - 2}) {
            char other = id.charAt(at) == 'A' ? 'B' : 'A';
            String changed = id.substring(0, at) + other + id.substring(at + 1);
            SCENE.refused(alice.request("ping", "{}").replacing("Mcp-Session-Id", changed), 404);
        }
    }

    @Test
    void aClientCannotChooseItsOwnId() {
        RawResponse response = SCENE.raw()
                .send(LegacyClient.initialize("/mcp", Tokens.of("alice"), "2025-11-25")
                        .with("Mcp-Session-Id", "chosen"));

        if (response.status() == 200) {
            assertThat(response.header("Mcp-Session-Id")).hasSize(1).doesNotContain("chosen");
        } else {
            assertThat(response.status()).isIn(400, 404);
        }
    }

    @Test
    void idsTellNothingAndAreNeverTheUpstreams() {
        String first = SCENE.gateway().legacy("/mcp", "alice").session();
        String second = SCENE.gateway().legacy("/mcp", "alice").session();

        assertThat(first).isNotEqualTo(second).matches("[\\x21-\\x7e]+").doesNotContain("alice", "upstream-session");
    }

    @Test
    void anEndedSessionIsGoneAndSoAreItsUpstreamSessions() {
        LegacyClient alice = SCENE.gateway().legacy("/servers/alpha/mcp", "alice");
        alice.callTool("open", "{}");
        long before = deletes();

        assertThat(alice.end().status()).isIn(200, 202, 204);

        await().untilAsserted(() -> assertThat(deletes()).isGreaterThan(before));
        assertThat(alice.ask("ping", "{}").status()).isEqualTo(404);
    }

    @Test
    void everyClientHasAnUpstreamSessionOfItsOwn() {
        SCENE.alpha().forget();
        SCENE.gateway().legacy("/mcp", "alice").callTool("alpha__open", "{}");
        SCENE.gateway().legacy("/mcp", "root").callTool("alpha__open", "{}");

        assertThat(SCENE.alpha().received("tools/call"))
                .extracting(seen -> seen.header("Mcp-Session-Id").getFirst())
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05", "1999-01-01"})
    void anyLegacyVersionIsNegotiated(String version) {
        RawResponse response = SCENE.raw().send(LegacyClient.initialize("/mcp", Tokens.of("alice"), version));

        assertThat(response.answer().at("/result/protocolVersion").asText())
                .isEqualTo(version.startsWith("202") ? version : "2025-11-25");
    }

    @Test
    void aStandingStreamGetsWhatTheUpstreamAnnounces() throws IOException {
        LegacyClient session = SCENE.gateway().legacy("/servers/alpha/mcp", "root");
        session.callTool("open", "{}");
        try (EventStream stream = session.listen()) {
            await().until(() -> SCENE.alpha().streams().open() >= 1);
            SCENE.alpha()
                    .streams()
                    .broadcastRaw("id: upstream-id-9\nevent: message\ndata: "
                            + "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/tools/list_changed\"}\n\n");

            await().untilAsserted(() -> assertThat(stream.messages().toString()).contains("tools/list_changed"));
            assertThat(stream.events()).noneMatch(event -> event.id().contains("upstream-id"));
        }
        await().until(() -> SCENE.alpha().streams().open() == 0);
    }

    private static long deletes() {
        return SCENE.alpha().received().stream()
                .filter(seen -> seen.method().equals("DELETE"))
                .count();
    }
}
