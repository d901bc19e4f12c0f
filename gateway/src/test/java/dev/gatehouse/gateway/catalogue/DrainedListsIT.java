package dev.gatehouse.gateway.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.upstream.thread.FakeUpstream;
import dev.gatehouse.gateway.upstream.thread.Reply;
import dev.gatehouse.model.resource.McpServerSpec.Protocol;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One list of one server, read to its end and no further. */
class DrainedListsIT {

    private final FetchedCatalogues fetched = new FetchedCatalogues();

    @AfterEach
    void close() {
        fetched.close();
    }

    @Test
    void allPagesAreDrained() {
        try (var upstream = FakeUpstream.legacy(FetchedCatalogues.TOOLS)
                .on("tools/list", params -> switch (params.path("cursor").asText("first")) {
                    case "first" -> new Reply.Result("{\"tools\":[{\"name\":\"a\"}],\"nextCursor\":\"second\"}");
                    case "second" -> new Reply.Result("{\"tools\":[{\"name\":\"b\"}],\"nextCursor\":\"last\"}");
                    default -> new Reply.Result("{\"tools\":[{\"name\":\"c\"}]}");
                })) {
            assertThat(fetched.tools(upstream.server("git", Protocol.LEGACY))).containsExactly("a", "b", "c");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "again"})
    void cursorThatLeadsNowhereEndsTheListAndKeepsWhatWasRead(String cursor) {
        try (var upstream = FakeUpstream.legacy(FetchedCatalogues.TOOLS)
                .on(
                        "tools/list",
                        new Reply.Result("{\"tools\":[{\"name\":\"a\"}],\"nextCursor\":\"" + cursor + "\"}"))) {
            Listing listing = Objects.requireNonNull(fetched.listing(upstream.server("git", Protocol.LEGACY)));

            assertThat(listing.items()).extracting(CatalogueItem::identity).containsExactly("a");
            assertThat(listing.dropped()).isZero();
            assertThat(fetched.failures()).isEmpty();
        }
    }

    @Test
    void nullIsAListOfNothing() {
        try (var upstream =
                FakeUpstream.legacy(FetchedCatalogues.TOOLS).on("tools/list", new Reply.Result("{\"tools\":null}"))) {
            assertThat(fetched.tools(upstream.server("git", Protocol.LEGACY))).isEmpty();
            assertThat(fetched.failures()).isEmpty();
        }
    }

    @Test
    void endlessPagesEndTheList() {
        var page = new AtomicInteger();
        try (var upstream = FakeUpstream.legacy(FetchedCatalogues.TOOLS)
                .on(
                        "tools/list",
                        _ -> new Reply.Result("{\"tools\":[],\"nextCursor\":\"" + page.incrementAndGet() + "\"}"))) {
            assertThat(fetched.listing(upstream.server("git", Protocol.LEGACY, Duration.ofSeconds(15))))
                    .isNull();
            assertThat(fetched.failures())
                    .containsExactly("git: upstream_too_large (its list has more than 100 pages)");
        }
    }

    @Test
    void tooManyItemsEndTheList() {
        String[] names =
                IntStream.rangeClosed(0, Drain.MAX_ITEMS).mapToObj(i -> "t" + i).toArray(String[]::new);
        try (var upstream = FakeUpstream.legacy(FetchedCatalogues.TOOLS).tools(names)) {
            assertThat(fetched.listing(upstream.server("git", Protocol.LEGACY, Duration.ofSeconds(15))))
                    .isNull();
        }
    }

    @Test
    void itemsWithoutAcceptableNameAndDuplicatesAreLeftOut() {
        try (var upstream = FakeUpstream.legacy(FetchedCatalogues.TOOLS)
                .on(
                        "tools/list",
                        new Reply.Result(
                                "{\"tools\":[{\"name\":\"a\",\"v\":1},{\"name\":\"a\",\"v\":2},{\"name\":\"b c\"},"
                                        + "{\"name\":\"" + "x".repeat(129)
                                        + "\"},{},7,{\"name\":5},{\"name\":\"ok-1._\"}]}"))) {
            Listing listing = Objects.requireNonNull(fetched.listing(upstream.server("git", Protocol.LEGACY)));

            assertThat(listing.items()).extracting(CatalogueItem::identity).containsExactly("a", "ok-1._");
            assertThat(listing.items().getFirst().own()).hasToString("{\"name\":\"a\",\"v\":1}");
            assertThat(listing.dropped()).isEqualTo(6);
        }
    }

    @Test
    void listThatTheServerDoesNotHaveIsEmptyNotMissing() {
        try (var upstream =
                FakeUpstream.legacy(FetchedCatalogues.TOOLS).tools("a").resources("doc://a")) {
            Catalogue catalogue = fetched.only(upstream.server("git", Protocol.LEGACY));

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
        try (var upstream = FakeUpstream.legacy(FetchedCatalogues.TOOLS)
                .tools("a")
                .on("resources/list", new Reply.Refusal(200, -32603))) {
            Catalogue catalogue = fetched.only(upstream.server("git", Protocol.LEGACY));

            assertThat(catalogue.listing(ListKind.RESOURCES)).isNull();
            assertThat(catalogue.listing(ListKind.TOOLS)).isNotNull();
        }
    }
}
