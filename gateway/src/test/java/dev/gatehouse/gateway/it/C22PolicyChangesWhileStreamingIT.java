package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.gateway.testing.EventStream;
import dev.gatehouse.gateway.testing.GatewayFixture;
import dev.gatehouse.gateway.testing.Hold;
import dev.gatehouse.gateway.testing.Json;
import dev.gatehouse.gateway.testing.LegacyClient;
import dev.gatehouse.gateway.testing.Manifest;
import dev.gatehouse.gateway.testing.Misbehaviour;
import dev.gatehouse.gateway.testing.Scene;
import dev.gatehouse.gateway.testing.Side;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** C22: a right that goes away takes the streams that lived on it along, and leaves everybody else's alone. */
class C22PolicyChangesWhileStreamingIT {

    private final Scene scene = Scene.open();

    @AfterEach
    void close() throws IOException {
        scene.close();
    }

    @Test
    void aCallInFlightEndsWhenItsToolIsTakenAway() throws IOException {
        scene.alpha().script("tools/call", scene.alpha().openStream(": begun\n\n"));
        scene.gamma().script("tools/call", scene.gamma().openStream(": begun\n\n"));
        LegacyClient session = scene.gateway().legacy("/mcp", "alice");
        try (EventStream legacy = scene.raw().open(session.toolCall("alpha__open", "{}"));
                EventStream modern = scene.raw().open(scene.allowedCall(Side.MODERN));
                EventStream other = scene.raw().open(scene.call(Side.MODERN, "/mcp", "root", "gamma__open"))) {
            await().until(() -> scene.alpha().streams().open() == 1
                    && scene.gamma().streams().open() == 2);

            allowOnly("[{server: alpha, tools: [get_one]}, {server: gamma, tools: [get_one]}]");

            await().atMost(GatewayFixture.ENFORCED_WITHIN)
                    .untilAsserted(() -> assertThat(List.of(legacy, modern)).allMatch(EventStream::ended));
            assertThat(other.ended()).isFalse();
        }
    }

    @Test
    void aCallWithoutAnAnswerYetLearnsThatItsToolIsUnknown() {
        var hold = new Hold();
        scene.gamma().script("tools/call", hold.before(Misbehaviour.dead()));
        var call = CompletableFuture.supplyAsync(() -> scene.raw().send(scene.allowedCall(Side.MODERN)));
        await().until(() -> hold.arrived() == 1);

        allowOnly("[{server: gamma, tools: [get_one]}]");

        await().atMost(GatewayFixture.ENFORCED_WITHIN).until(call::isDone);
        hold.release();
        assertThat(call.join().status()).isEqualTo(200);
        assertThat(call.join().answer().path("error").path("code").asInt()).isEqualTo(-32602);
    }

    @Test
    void aChangeForSomebodyElseEndsNothing() throws IOException {
        LegacyClient session = scene.gateway().legacy("/mcp", "root");
        try (EventStream standing = session.listen();
                EventStream listen = scene.modern("/mcp", "root").listen("{'toolsListChanged': true}")) {
            await().untilAsserted(() -> assertThat(listen.messages()).hasSize(1));

            allowOnly("[]");

            assertThat(session.ask("ping", "{}").status()).isEqualTo(200);
            assertThat(standing.ended()).isFalse();
            assertThat(listen.ended()).isFalse();
            assertThat(standing.messages()).isEmpty();
            assertThat(listen.messages()).hasSize(1);
        }
    }

    @Test
    void updatesOfAResourceStopWhenItsGrantGoes() throws IOException {
        var alice = scene.modern("/servers/gamma/mcp", "alice");
        try (EventStream listen = alice.listen("{'resourceSubscriptions': ['card://open/1']}")) {
            await().until(() -> scene.gamma().streams().open() >= 1);

            allowOnly("[{server: gamma, resources: ['card://open/2']}]");
            var _ = scene.gamma()
                    .streams()
                    .offer("notifications/resources/updated", Json.object().put("uri", "card://open/1"));

            await().atMost(GatewayFixture.ENFORCED_WITHIN).until(listen::ended);
            assertThat(listen.messages().toString()).doesNotContain("resources/updated");
        }
    }

    @Test
    void theNextListAndTheNextCallSeeTheNewRule() {
        assertThat(scene.raw()
                        .send(scene.call(Side.MODERN, "/mcp", "alice", "gamma__get_one"))
                        .answer()
                        .has("result"))
                .isTrue();

        allowOnly("[{server: gamma, tools: [open]}]");

        assertThat(scene.refused(scene.call(Side.MODERN, "/mcp", "alice", "gamma__get_one"), 200)
                        .errorCode())
                .isEqualTo(-32602);
        assertThat(scene.modern("/mcp", "alice").ask("tools/list", "{}").body())
                .contains("gamma__open")
                .doesNotContain("get_one");
    }

    private void allowOnly(String rules) {
        scene.gateway().change(folder -> folder.write("alice.yaml", Manifest.client("alice", rules)));
    }
}
