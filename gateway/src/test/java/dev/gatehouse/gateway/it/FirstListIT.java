package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.gateway.testing.Catalogue;
import dev.gatehouse.gateway.testing.EventStream;
import dev.gatehouse.gateway.testing.GatewayFixture;
import dev.gatehouse.gateway.testing.Hold;
import dev.gatehouse.gateway.testing.Json;
import dev.gatehouse.gateway.testing.LegacyClient;
import dev.gatehouse.gateway.testing.Manifest;
import dev.gatehouse.gateway.testing.ManifestFolder;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.RecordingUpstream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the first caller after a start gets on the aggregate, and how it hears of the rest. */
class FirstListIT {

    private static final Duration A_SECOND_ON_A_BUSY_MACHINE = Duration.ofMillis(2_500);

    private final RecordingUpstream quick =
            RecordingUpstream.legacy(Catalogue.empty().tools("open").resources("note://one"));
    private final RecordingUpstream hanging =
            RecordingUpstream.legacy(Catalogue.empty().tools("late"));
    private final Hold hold = new Hold();

    @AfterEach
    void close() throws IOException {
        hold.release();
        quick.close();
        hanging.close();
    }

    @Test
    void serversAreAskedBeforeAnybodyCallsAndTheFirstCallerSeesAll() throws IOException {
        try (GatewayFixture gateway = start()) {
            assertThat(tools(gateway.legacy("/mcp", "all").ask("tools/list", "{}")))
                    .containsExactly("hanging__late", "quick__open");
        }
    }

    @Test
    void hangingServerCostsNobodyMoreThanASecondAndIsAnnouncedWhenItComes() throws IOException {
        hanging.script(request -> true, hold.before((request, reply) -> reply.hangUp()));
        try (GatewayFixture gateway = start()) {
            LegacyClient session = atMostASecond(() -> gateway.legacy("/mcp", "all"));
            assertThat(tools(atMostASecond(() -> session.ask("tools/list", "{}"))))
                    .containsExactly("quick__open");
            assertThat(atMostASecond(() -> session.callTool("quick__open", "{}"))
                            .answer()
                            .has("result"))
                    .isTrue();
            try (EventStream stream = session.listen()) {
                hanging.behave();
                hold.release();

                await().atMost(Duration.ofSeconds(40))
                        .untilAsserted(
                                () -> assertThat(stream.messages().toString()).contains("tools/list_changed"));
            }
            assertThat(tools(session.ask("tools/list", "{}"))).containsExactly("hanging__late", "quick__open");
        }
    }

    @Test
    void changedListsReachStreamsOfSessionsThatHaveUsedNothing() throws IOException {
        try (GatewayFixture gateway = start();
                EventStream all = gateway.legacy("/mcp", "all").listen();
                EventStream other = gateway.legacy("/mcp", "other").listen()) {
            await().until(() -> quick.streams().open() == 1);
            quick.catalogue().tools("more");
            quick.streams().broadcast("notifications/tools/list_changed", Json.object());

            await().untilAsserted(() -> assertThat(all.messages().toString()).contains("tools/list_changed"));
            assertThat(tools(gateway.legacy("/mcp", "all").ask("tools/list", "{}")))
                    .contains("quick__more");
            assertThat(other.messages())
                    .as("the stream of somebody who may not know of it")
                    .isEmpty();
        }
    }

    @Test
    void oneStreamTowardsAServerServesAllCallersAndEndsAfterThem() throws IOException {
        try (GatewayFixture gateway = start()) {
            for (int i = 0; i < 5; i++) {
                EventStream stream = gateway.legacy("/mcp", "all").listen();
                await().until(() -> quick.streams().open() == 1);
                stream.close();
            }
            assertThat(quick.received().stream().filter(seen -> seen.method().equals("GET")))
                    .hasSize(1);
            await().until(() -> quick.streams().open() == 0);
        }
    }

    @Test
    void sessionWithAServerBeginsWithItsFirstUseAndItsStreamFollows() throws IOException {
        try (GatewayFixture gateway = start()) {
            LegacyClient session = gateway.legacy("/mcp", "all");
            try (EventStream stream = session.listen()) {
                await().until(() -> quick.streams().open() == 1);
                session.ask("resources/subscribe", "{'uri': 'note://one'}");
                await().until(() -> quick.streams().open() == 2);
                quick.streams()
                        .broadcast(
                                "notifications/resources/updated", Json.object().put("uri", "note://one"));

                await().untilAsserted(
                                () -> assertThat(stream.messages().toString()).contains("resources/updated"));
            }
        }
    }

    @Test
    void logLevelReachesServersThatAreUsedLater() throws IOException {
        try (GatewayFixture gateway = start()) {
            LegacyClient session = gateway.legacy("/mcp", "all");
            session.ask("logging/setLevel", "{'level': 'debug'}");
            assertThat(quick.received("logging/setLevel")).isEmpty();

            session.callTool("quick__open", "{}");

            assertThat(quick.only("logging/setLevel").json().at("/params/level").asText())
                    .isEqualTo("debug");
        }
    }

    private GatewayFixture start() {
        return GatewayFixture.start(folder -> auto(auto(folder, "quick", quick), "hanging", hanging)
                .client("all", "[{server: quick}, {server: hanging}]")
                .client("other", "[{server: hanging}]"));
    }

    private static ManifestFolder auto(ManifestFolder folder, String name, RecordingUpstream upstream) {
        return folder.write(name + ".yaml", Manifest.server(name, upstream.url(), "  protocol: Auto"));
    }

    private static <T> T atMostASecond(Supplier<T> asking) {
        long start = System.nanoTime();
        T answer = asking.get();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(A_SECOND_ON_A_BUSY_MACHINE);
        return answer;
    }

    private static List<String> tools(RawResponse response) {
        return response.answer().at("/result/tools").findValuesAsText("name");
    }
}
