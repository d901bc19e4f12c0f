package dev.gatehouse.gateway.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.upstream.thread.FakeUpstream;
import dev.gatehouse.gateway.upstream.thread.Reply;
import dev.gatehouse.model.access.UpstreamServer;
import dev.gatehouse.model.resource.McpServerSpec.Protocol;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is known of many servers at once: how it is fetched, and that none of them holds up the others. */
class CataloguesIT {

    private final FetchedCatalogues fetched = new FetchedCatalogues();

    @AfterEach
    void close() {
        fetched.close();
    }

    @Test
    void deadAndSlowServersNeitherEmptyNorDelayTheOthersBeyondTheBound() {
        try (var good = FakeUpstream.legacy(FetchedCatalogues.TOOLS).tools("a");
                var slow = FakeUpstream.legacy(FetchedCatalogues.TOOLS).on("initialize", new Reply.Silence())) {
            List<UpstreamServer> servers = List.of(
                    slow.server("slow", Protocol.LEGACY, Duration.ofSeconds(1)),
                    FakeUpstream.dead("dead", Protocol.LEGACY),
                    good.server("good", Protocol.LEGACY));

            long start = System.nanoTime();
            CatalogueSnapshot snapshot =
                    fetched.catalogues().snapshot(servers, Era.LEGACY, FetchedCatalogues.patient());

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            assertThat(snapshot.catalogues()).extracting(c -> c.server().key()).containsExactly("good");
            assertThat(snapshot.missing()).extracting(UpstreamServer::key).containsExactly("dead", "slow");
        }
    }

    @Test
    void serverThatFailedIsNotWaitedForAgain() {
        try (var slow = FakeUpstream.legacy(FetchedCatalogues.TOOLS).on("initialize", new Reply.Silence())) {
            var servers = List.of(slow.server("slow", Protocol.LEGACY, Duration.ofMillis(300)));
            var first = fetched.catalogues().snapshot(servers, Era.LEGACY, FetchedCatalogues.patient());
            Awaitility.await().until(() -> !fetched.failures().isEmpty());

            assertThat(first.missing()).hasSize(1);
            assertThat(fetched.catalogues().ready(servers, Era.LEGACY)).isNotNull();
        }
    }

    @Test
    void manyReadersCauseOneFetch() throws Exception {
        try (var upstream = FakeUpstream.legacy(FetchedCatalogues.TOOLS).tools("a");
                var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            UpstreamServer server = upstream.server("git", Protocol.LEGACY);
            Callable<List<String>> read = () -> fetched.tools(server);
            for (var reader : readers.invokeAll(Collections.nCopies(30, read))) {
                assertThat(reader.get()).containsExactly("a");
            }
            assertThat(upstream.seen("tools/list")).hasSize(1);
        }
    }

    @Test
    void endedSessionOfTheGatewayIsReplacedUnnoticed() {
        var lists = new AtomicInteger();
        try (var upstream = FakeUpstream.legacy("{\"tools\":{}}")
                .on(
                        "tools/list",
                        _ -> lists.incrementAndGet() == 2
                                ? new Reply.Refusal(404, -32001)
                                : new Reply.Result(FakeUpstream.list("tools", "name", "t" + lists.get())))) {
            UpstreamServer server = upstream.server("git", Protocol.LEGACY);
            assertThat(fetched.tools(server)).containsExactly("t1");
            fetched.catalogues().invalidate(server.id(), ListKind.TOOLS);

            assertThat(fetched.tools(server)).containsExactly("t3");
            assertThat(upstream.seen("initialize")).hasSize(2);
            assertThat(fetched.failures()).isEmpty();
        }
    }

    @Test
    void serverOfTheOtherEraIsNeitherListedNorMissing() {
        try (var modern = FakeUpstream.modern("{\"tools\":{}}").tools("m")) {
            var servers = List.of(modern.server("git", Protocol.MODERN));

            CatalogueSnapshot legacy = fetched.catalogues().snapshot(servers, Era.LEGACY, FetchedCatalogues.patient());
            CatalogueSnapshot own = fetched.catalogues().snapshot(servers, Era.MODERN, FetchedCatalogues.patient());

            assertThat(legacy.catalogues()).isEmpty();
            assertThat(legacy.missing()).isEmpty();
            assertThat(own.catalogues()).hasSize(1);
        }
    }

    @Test
    void configuredServersAreFetchedBeforeAnyoneAsksAndRemovedOnesForgotten() {
        try (var upstream = FakeUpstream.legacy(FetchedCatalogues.TOOLS).tools("a")) {
            UpstreamServer server = upstream.server("git", Protocol.LEGACY);
            fetched.catalogues().retain(List.of(server));
            Awaitility.await().until(() -> fetched.catalogues().known(server, Era.LEGACY) != null);

            fetched.catalogues().retain(List.of());

            assertThat(fetched.catalogues().known(server, Era.LEGACY)).isNull();
            Awaitility.await()
                    .until(() -> upstream.seen().stream()
                            .anyMatch(seen -> seen.verb().equals("DELETE")));
        }
    }
}
