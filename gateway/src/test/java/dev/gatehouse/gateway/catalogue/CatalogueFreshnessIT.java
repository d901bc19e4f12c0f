package dev.gatehouse.gateway.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.upstream.thread.FakeUpstream;
import dev.gatehouse.gateway.upstream.thread.Reply;
import dev.gatehouse.model.access.UpstreamServer;
import dev.gatehouse.model.resource.McpServerSpec.Protocol;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How old a list may be that callers are shown. */
class CatalogueFreshnessIT {

    private final FetchedCatalogues fetched = new FetchedCatalogues();

    @AfterEach
    void close() {
        fetched.close();
    }

    @Test
    void staleListIsShownWhileTheNextIsFetched() {
        try (var upstream = FakeUpstream.legacy(FetchedCatalogues.TOOLS).tools("old")) {
            UpstreamServer server = upstream.server("git", Protocol.LEGACY);
            assertThat(fetched.tools(server)).containsExactly("old");
            upstream.tools("new");
            assertThat(fetched.tools(server)).containsExactly("old");

            fetched.clock().advance(CatalogueSlot.FRESH_FOR);
            Awaitility.await()
                    .untilAsserted(() -> assertThat(fetched.tools(server)).containsExactly("new"));
        }
    }

    @Test
    void announcedChangeIsWaitedFor() {
        try (var upstream = FakeUpstream.legacy(FetchedCatalogues.TOOLS).tools("old")) {
            UpstreamServer server = upstream.server("git", Protocol.LEGACY);
            assertThat(fetched.tools(server)).containsExactly("old");
            long before = fetched.catalogues().generation();
            upstream.tools("new");

            fetched.catalogues().invalidate(server.id(), ListKind.TOOLS);

            assertThat(fetched.catalogues().generation()).isGreaterThan(before);
            assertThat(fetched.tools(server)).containsExactly("new");
        }
    }

    @Test
    void stormOfAnnouncementsCausesOneFetchASecond() {
        try (var upstream = FakeUpstream.legacy("{\"tools\":{}}").tools("old")) {
            UpstreamServer server = upstream.server("git", Protocol.LEGACY);
            assertThat(fetched.tools(server)).containsExactly("old");
            for (int i = 0; i < 100; i++) {
                fetched.catalogues().invalidate(server.id(), ListKind.TOOLS);
            }
            assertThat(fetched.tools(server)).containsExactly("old");
            assertThat(upstream.seen("tools/list")).hasSize(2);

            upstream.tools("new");
            fetched.clock().advance(Duration.ofSeconds(1));
            Awaitility.await()
                    .untilAsserted(() -> assertThat(fetched.tools(server)).containsExactly("new"));
            assertThat(upstream.seen("tools/list")).hasSize(3);
        }
    }

    @Test
    void failingServerKeepsItsLastGoodListForFiveMinutesOnly() {
        try (var upstream = FakeUpstream.legacy(FetchedCatalogues.TOOLS).tools("a")) {
            UpstreamServer server = upstream.server("git", Protocol.LEGACY);
            assertThat(fetched.tools(server)).containsExactly("a");
            upstream.on("tools/list", new Reply.Refusal(200, -32603));

            fetched.clock().advance(Duration.ofMinutes(4));
            assertThat(fetched.tools(server)).containsExactly("a");
            Awaitility.await().until(() -> !fetched.failures().isEmpty());
            assertThat(fetched.tools(server)).containsExactly("a");

            fetched.clock().advance(Duration.ofMinutes(2));
            assertThat(fetched.listing(server)).isNull();
        }
    }

    @Test
    void listThatNobodyAskedForInALongTimeIsWaitedFor() {
        try (var upstream = FakeUpstream.legacy(FetchedCatalogues.TOOLS).tools("a")) {
            UpstreamServer server = upstream.server("git", Protocol.LEGACY);
            assertThat(fetched.tools(server)).containsExactly("a");

            fetched.clock().advance(CatalogueSlot.KEPT_FOR.plusSeconds(1));
            assertThat(fetched.catalogues().ready(List.of(server), Era.LEGACY)).isNull();
            assertThat(fetched.tools(server)).containsExactly("a");
        }
    }
}
