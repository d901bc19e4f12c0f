package dev.gatehouse.gateway.upstream.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.testing.SettableClock;
import dev.gatehouse.gateway.upstream.rare.Era;
import dev.gatehouse.gateway.upstream.rare.FakeUpstream;
import dev.gatehouse.gateway.upstream.rare.GatewayIdentity;
import dev.gatehouse.gateway.upstream.rare.Reply;
import dev.gatehouse.gateway.upstream.rare.UpstreamClient;
import dev.gatehouse.gateway.upstream.rare.UpstreamEras;
import dev.gatehouse.model.access.UpstreamServer;
import dev.gatehouse.model.resource.McpServerSpec.Protocol;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CataloguesIT {

    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final String TOOLS = "{\"tools\":{},\"resources\":{}}";

    private final SettableClock clock = new SettableClock();
    private final UpstreamClient client = new UpstreamClient(GatewayIdentity.ofVersion("1"));
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final Catalogues catalogues =
            new Catalogues(client, new UpstreamEras(client, clock), clock, new CatalogueListener() {
                @Override
                public void failed(UpstreamServer server, Era era, String reason) {
                    failures.add(server.key() + ": " + reason);
                }
            });

    @AfterEach
    void close() {
        catalogues.close();
        client.close();
    }

    @Test
    void allPagesAreDrained() {
        try (var upstream = FakeUpstream.legacy(TOOLS)
                .on("tools/list", params -> switch (params.path("cursor").asText("first")) {
                    case "first" -> new Reply.Result("{\"tools\":[{\"name\":\"a\"}],\"nextCursor\":\"\"}");
                    case "" -> new Reply.Result("{\"tools\":[{\"name\":\"b\"}],\"nextCursor\":\"last\"}");
                    default -> new Reply.Result("{\"tools\":[{\"name\":\"c\"}]}");
                })) {
            assertThat(tools(upstream.server("git", Protocol.LEGACY))).containsExactly("a", "b", "c");
        }
    }

    @Test
    void cursorThatComesAgainEndsTheList() {
        try (var upstream = FakeUpstream.legacy(TOOLS)
                .on("tools/list", new Reply.Result("{\"tools\":[],\"nextCursor\":\"again\"}"))) {
            assertThat(listing(upstream.server("git", Protocol.LEGACY))).isNull();
            assertThat(failures).containsExactly("git: its cursors lead in a circle");
        }
    }

    @Test
    void endlessPagesEndTheList() {
        var page = new AtomicInteger();
        try (var upstream = FakeUpstream.legacy(TOOLS)
                .on(
                        "tools/list",
                        _ -> new Reply.Result("{\"tools\":[],\"nextCursor\":\"" + page.incrementAndGet() + "\"}"))) {
            assertThat(listing(upstream.server("git", Protocol.LEGACY, Duration.ofSeconds(15))))
                    .isNull();
            assertThat(failures).containsExactly("git: its list has more than 100 pages");
        }
    }

    @Test
    void tooManyItemsEndTheList() {
        String[] names =
                IntStream.rangeClosed(0, Drain.MAX_ITEMS).mapToObj(i -> "t" + i).toArray(String[]::new);
        try (var upstream = FakeUpstream.legacy(TOOLS).tools(names)) {
            assertThat(listing(upstream.server("git", Protocol.LEGACY, Duration.ofSeconds(15))))
                    .isNull();
        }
    }

    @Test
    void itemsWithoutAcceptableNameAndDuplicatesAreLeftOut() {
        try (var upstream = FakeUpstream.legacy(TOOLS)
                .on(
                        "tools/list",
                        new Reply.Result(
                                "{\"tools\":[{\"name\":\"a\",\"v\":1},{\"name\":\"a\",\"v\":2},{\"name\":\"b c\"},"
                                        + "{\"name\":\"" + "x".repeat(129)
                                        + "\"},{},7,{\"name\":5},{\"name\":\"ok-1._\"}]}"))) {
            Listing listing = Objects.requireNonNull(listing(upstream.server("git", Protocol.LEGACY)));

            assertThat(listing.items()).extracting(CatalogueItem::identity).containsExactly("a", "ok-1._");
            assertThat(listing.items().getFirst().own()).hasToString("{\"name\":\"a\",\"v\":1}");
            assertThat(listing.dropped()).isEqualTo(6);
        }
    }

    @Test
    void listThatTheServerDoesNotHaveIsEmptyNotMissing() {
        try (var upstream = FakeUpstream.legacy(TOOLS).tools("a").resources("doc://a")) {
            Catalogue catalogue = only(upstream.server("git", Protocol.LEGACY));

            assertThat(Objects.requireNonNull(catalogue.listing(ListKind.TEMPLATES))
                            .items())
                    .isEmpty();
            assertThat(Objects.requireNonNull(catalogue.listing(ListKind.PROMPTS))
                            .items())
                    .isEmpty();
        }
    }

    @Test
    void errorIsAMissingListAndLeavesTheOthers() {
        try (var upstream =
                FakeUpstream.legacy(TOOLS).tools("a").on("resources/list", new Reply.Refusal(200, -32603))) {
            Catalogue catalogue = only(upstream.server("git", Protocol.LEGACY));

            assertThat(catalogue.listing(ListKind.RESOURCES)).isNull();
            assertThat(catalogue.listing(ListKind.TOOLS)).isNotNull();
        }
    }

    @Test
    void deadAndSlowServersNeitherEmptyNorDelayTheOthersBeyondTheBound() {
        try (var good = FakeUpstream.legacy(TOOLS).tools("a");
                var slow = FakeUpstream.legacy(TOOLS).on("initialize", new Reply.Silence())) {
            List<UpstreamServer> servers = List.of(
                    slow.server("slow", Protocol.LEGACY, Duration.ofSeconds(1)),
                    FakeUpstream.dead("dead", Protocol.LEGACY),
                    good.server("good", Protocol.LEGACY));

            long start = System.nanoTime();
            CatalogueSnapshot snapshot = catalogues.snapshot(servers, Era.LEGACY, PATIENT);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            assertThat(snapshot.catalogues()).extracting(c -> c.server().key()).containsExactly("good");
            assertThat(snapshot.missing()).extracting(UpstreamServer::key).containsExactly("dead", "slow");
        }
    }

    @Test
    void serverThatFailedIsNotWaitedForAgain() {
        try (var slow = FakeUpstream.legacy(TOOLS).on("initialize", new Reply.Silence())) {
            var servers = List.of(slow.server("slow", Protocol.LEGACY, Duration.ofMillis(300)));
            var first = catalogues.snapshot(servers, Era.LEGACY, PATIENT);
            Awaitility.await().until(() -> !failures.isEmpty());

            assertThat(first.missing()).hasSize(1);
            assertThat(catalogues.ready(servers, Era.LEGACY)).isNotNull();
        }
    }

    @Test
    void manyReadersCauseOneFetch() throws Exception {
        try (var upstream = FakeUpstream.legacy(TOOLS).tools("a");
                var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            UpstreamServer server = upstream.server("git", Protocol.LEGACY);
            Callable<List<String>> read = () -> tools(server);
            for (var reader : readers.invokeAll(Collections.nCopies(30, read))) {
                assertThat(reader.get()).containsExactly("a");
            }
            assertThat(upstream.seen("tools/list")).hasSize(1);
        }
    }

    @Test
    void staleListIsShownWhileTheNextIsFetched() {
        try (var upstream = FakeUpstream.legacy(TOOLS).tools("old")) {
            UpstreamServer server = upstream.server("git", Protocol.LEGACY);
            assertThat(tools(server)).containsExactly("old");
            upstream.tools("new");
            assertThat(tools(server)).containsExactly("old");

            clock.advance(CatalogueSlot.FRESH_FOR);
            Awaitility.await().untilAsserted(() -> assertThat(tools(server)).containsExactly("new"));
        }
    }

    @Test
    void announcedChangeIsWaitedFor() {
        try (var upstream = FakeUpstream.legacy(TOOLS).tools("old")) {
            UpstreamServer server = upstream.server("git", Protocol.LEGACY);
            assertThat(tools(server)).containsExactly("old");
            long before = catalogues.generation();
            upstream.tools("new");

            catalogues.invalidate(server.id(), ListKind.TOOLS);

            assertThat(catalogues.generation()).isGreaterThan(before);
            assertThat(tools(server)).containsExactly("new");
        }
    }

    @Test
    void stormOfAnnouncementsCausesOneFetchASecond() {
        try (var upstream = FakeUpstream.legacy("{\"tools\":{}}").tools("old")) {
            UpstreamServer server = upstream.server("git", Protocol.LEGACY);
            assertThat(tools(server)).containsExactly("old");
            for (int i = 0; i < 100; i++) {
                catalogues.invalidate(server.id(), ListKind.TOOLS);
            }
            assertThat(tools(server)).containsExactly("old");
            assertThat(upstream.seen("tools/list")).hasSize(2);

            upstream.tools("new");
            clock.advance(Duration.ofSeconds(1));
            Awaitility.await().untilAsserted(() -> assertThat(tools(server)).containsExactly("new"));
            assertThat(upstream.seen("tools/list")).hasSize(3);
        }
    }

    @Test
    void failingServerKeepsItsLastGoodListForFiveMinutesOnly() {
        try (var upstream = FakeUpstream.legacy(TOOLS).tools("a")) {
            UpstreamServer server = upstream.server("git", Protocol.LEGACY);
            assertThat(tools(server)).containsExactly("a");
            upstream.on("tools/list", new Reply.Refusal(200, -32603));

            clock.advance(Duration.ofMinutes(4));
            assertThat(tools(server)).containsExactly("a");
            Awaitility.await().until(() -> !failures.isEmpty());
            assertThat(tools(server)).containsExactly("a");

            clock.advance(Duration.ofMinutes(2));
            assertThat(listing(server)).isNull();
        }
    }

    @Test
    void listThatNobodyAskedForInALongTimeIsWaitedFor() {
        try (var upstream = FakeUpstream.legacy(TOOLS).tools("a")) {
            UpstreamServer server = upstream.server("git", Protocol.LEGACY);
            assertThat(tools(server)).containsExactly("a");

            clock.advance(CatalogueSlot.KEPT_FOR.plusSeconds(1));
            assertThat(catalogues.ready(List.of(server), Era.LEGACY)).isNull();
            assertThat(tools(server)).containsExactly("a");
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
            assertThat(tools(server)).containsExactly("t1");
            catalogues.invalidate(server.id(), ListKind.TOOLS);

            assertThat(tools(server)).containsExactly("t3");
            assertThat(upstream.seen("initialize")).hasSize(2);
            assertThat(failures).isEmpty();
        }
    }

    @Test
    void serverOfTheOtherEraIsNeitherListedNorMissing() {
        try (var modern = FakeUpstream.modern("{\"tools\":{}}").tools("m")) {
            var servers = List.of(modern.server("git", Protocol.MODERN));

            CatalogueSnapshot legacy = catalogues.snapshot(servers, Era.LEGACY, PATIENT);
            CatalogueSnapshot own = catalogues.snapshot(servers, Era.MODERN, PATIENT);

            assertThat(legacy.catalogues()).isEmpty();
            assertThat(legacy.missing()).isEmpty();
            assertThat(own.catalogues()).hasSize(1);
        }
    }

    @Test
    void configuredServersAreFetchedBeforeAnyoneAsksAndRemovedOnesForgotten() {
        try (var upstream = FakeUpstream.legacy(TOOLS).tools("a")) {
            UpstreamServer server = upstream.server("git", Protocol.LEGACY);
            catalogues.retain(List.of(server));
            Awaitility.await().until(() -> catalogues.known(server, Era.LEGACY) != null);

            catalogues.retain(List.of());

            assertThat(catalogues.known(server, Era.LEGACY)).isNull();
            Awaitility.await()
                    .until(() -> upstream.seen().stream()
                            .anyMatch(seen -> seen.verb().equals("DELETE")));
        }
    }

    private Catalogue only(UpstreamServer server) {
        return catalogues
                .snapshot(List.of(server), Era.LEGACY, PATIENT)
                .catalogues()
                .getFirst();
    }

    private @Nullable Listing listing(UpstreamServer server) {
        return catalogues.snapshot(List.of(server), Era.LEGACY, PATIENT).catalogues().stream()
                .map(catalogue -> catalogue.listings().get(ListKind.TOOLS))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private List<String> tools(UpstreamServer server) {
        return Objects.requireNonNull(listing(server)).items().stream()
                .map(CatalogueItem::identity)
                .toList();
    }
}
