package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.gateway.testing.Catalogue;
import dev.gatehouse.gateway.testing.EventStream;
import dev.gatehouse.gateway.testing.GatewayFixture;
import dev.gatehouse.gateway.testing.Hold;
import dev.gatehouse.gateway.testing.LegacyClient;
import dev.gatehouse.gateway.testing.ManifestFolder;
import dev.gatehouse.gateway.testing.RawClient;
import dev.gatehouse.gateway.testing.RawRequest;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.RecordingUpstream;
import dev.gatehouse.gateway.testing.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting, being ready, stopping in good order, and coming back. */
class LifecycleIT {

    @TempDir
    private Path keys;

    private final RecordingUpstream alpha =
            RecordingUpstream.legacy(Catalogue.empty().tools("open"));
    private final RecordingUpstream gamma =
            RecordingUpstream.modern(Catalogue.empty().tools("open"));

    @AfterEach
    void close() throws IOException {
        alpha.close();
        gamma.close();
    }

    @Test
    void aRunningGatewayIsAliveAndReady() throws IOException {
        try (GatewayFixture gateway = GatewayFixture.start(this::world)) {
            for (String path : new String[] {"/healthz", "/readyz"}) {
                assertThat(gateway.raw().send(RawRequest.of("GET", path)).status())
                        .isEqualTo(200);
                assertThat(gateway.raw().send(RawRequest.of("POST", path)).status())
                        .isEqualTo(405);
            }
        }
    }

    @Test
    void anEmptyFolderLetsNobodyIn() throws IOException {
        try (GatewayFixture gateway = GatewayFixture.start(folder -> {})) {
            assertThat(gateway.modern("/mcp", "alice").ask("tools/list", "{}").status())
                    .isEqualTo(401);
        }
    }

    @Test
    void stoppingEndsListensWithTheirResultAndLetsCallsFinish() throws Exception {
        GatewayFixture gateway = GatewayFixture.start(this::world);
        RawClient raw = gateway.raw();
        LegacyClient session = gateway.legacy("/servers/alpha/mcp", "alice");
        var hold = new Hold();
        gamma.script(
                "tools/call",
                hold.before((request, reply) -> reply.json(
                        200,
                        "{\"jsonrpc\":\"2.0\",\"id\":" + request.json().get("id")
                                + ",\"result\":{\"content\":[],\"resultType\":\"complete\"}}")));
        try (EventStream listen = gateway.modern("/mcp", "alice").listen("{'toolsListChanged': true}");
                EventStream standing = session.listen()) {
            var call = CompletableFuture.supplyAsync(
                    () -> gateway.modern("/mcp", "alice").callTool("gamma__open", "{}"), Thread::startVirtualThread);
            await().until(() -> hold.arrived() == 1 && !listen.messages().isEmpty());

            var stopped = CompletableFuture.runAsync(() -> stop(gateway), Thread::startVirtualThread);

            await().untilAsserted(() -> assertThat(listen.ended()).isTrue());
            assertThat(listen.messages().getLast().has("result"))
                    .as(listen.messages().toString())
                    .isTrue();
            await().until(standing::ended);
            assertThat(stopped).as("waits for the call").isNotDone();
            hold.release();
            RawResponse answer = call.get();
            assertThat(answer.answer().has("result")).as(answer.visible()).isTrue();
            await().atMost(Duration.ofSeconds(15)).until(stopped::isDone);
        }
        assertThatThrownBy(() -> raw.send(RawRequest.of("GET", "/healthz"))).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aSessionSurvivesARestartUnderTheSameKeyAndNoOther() throws IOException {
        Path key = Files.writeString(keys.resolve("session.key"), "0123456789abcdef".repeat(4) + "\n");
        String id;
        try (GatewayFixture first = GatewayFixture.start(this::world, options -> options.withSessionKeyFile(key))) {
            LegacyClient session = first.legacy("/servers/alpha/mcp", "alice");
            assertThat(session.callTool("open", "{}").status()).isEqualTo(200);
            id = session.session();
        }
        try (GatewayFixture second = GatewayFixture.start(this::world, options -> options.withSessionKeyFile(key))) {
            assertThat(callIn(second, id).answer().has("result")).isTrue();
        }
        try (GatewayFixture other = GatewayFixture.start(this::world)) {
            assertThat(callIn(other, id).status()).isEqualTo(404);
        }
    }

    private static RawResponse callIn(GatewayFixture gateway, String session) {
        return gateway.raw()
                .send(RawRequest.post(
                                "/servers/alpha/mcp",
                                "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"tools/call\",\"params\":{\"name\":\"open\"}}")
                        .bearer(Tokens.of("alice"))
                        .with("Mcp-Session-Id", session));
    }

    private void world(ManifestFolder folder) {
        folder.legacyServer("alpha", alpha)
                .modernServer("gamma", gamma)
                .client("alice", "[{server: alpha}, {server: gamma}]");
    }

    private static void stop(GatewayFixture gateway) {
        try {
            gateway.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
