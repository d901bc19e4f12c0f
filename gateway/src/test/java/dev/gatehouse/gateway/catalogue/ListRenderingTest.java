package dev.gatehouse.gateway.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.mcp.RawJson;
import dev.gatehouse.gateway.upstream.thread.FakeUpstream;
import dev.gatehouse.model.access.Decider;
import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.NamePatterns;
import dev.gatehouse.model.access.NameRules;
import dev.gatehouse.model.access.ServerRules;
import dev.gatehouse.model.access.UpstreamServer;
import dev.gatehouse.model.resource.McpServerSpec.Protocol;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ListRenderingTest {

    private static final String[] NAMES = {"get", "get_all", "put", "a.b", "secret", "secret_2", "x-y"};

    @ParameterizedTest
    @EnumSource(ListKind.class)
    void listHoldsExactlyWhatTheDeciderAllowsAndNoOtherServerClaims(ListKind kind) {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            List<Catalogue> catalogues = new ArrayList<>();
            List<ServerRules> rules = new ArrayList<>();
            for (String key : List.of("alpha", "beta", "gamma")) {
                catalogues.add(catalogue(key, kind, random));
                rules.add(rules(key, random));
            }
            Grants grants = Rights.of(rules.toArray(ServerRules[]::new));

            assertThat(Read.items(render(catalogues, grants, kind, Era.LEGACY), kind))
                    .as("seed %d", seed)
                    .isEqualTo(expected(catalogues, grants, kind));
        }
    }

    @Test
    void legacyResultHoldsTheListAndNothingElse() {
        Catalogue catalogue = catalogue("git", ListKind.TOOLS, List.of("get"));

        assertThat(render(List.of(catalogue), Rights.whole("git"), ListKind.TOOLS, Era.LEGACY))
                .hasToString("{\"tools\":[{\"name\":\"git__get\",\"title\":\"of get\"}]}");
    }

    @Test
    void modernResultIsCompletePrivateAndShortLived() {
        assertThat(render(List.of(), Grants.NONE, ListKind.PROMPTS, Era.MODERN))
                .hasToString("{\"prompts\":[],\"resultType\":\"complete\",\"ttlMs\":5000,\"cacheScope\":\"private\"}");
    }

    @Test
    void listThatCouldNotBeFetchedIsToldFromAnEmptyOne() {
        var unfetched = new Catalogue(server("git"), Era.LEGACY, introduction(), Map.of());

        assertThat(render(List.of(unfetched), Rights.whole("git"), ListKind.TOOLS, Era.LEGACY))
                .hasToString("{\"tools\":[],\"_meta\":{\"gatehouse.dev/incomplete\":true}}");
    }

    /** Straight from the rule: what is allowed, less what is allowed of two servers under one URI. */
    private static List<String> expected(List<Catalogue> catalogues, Grants grants, ListKind kind) {
        List<String> allowed = new ArrayList<>();
        for (Catalogue catalogue : catalogues) {
            for (CatalogueItem item :
                    Objects.requireNonNull(catalogue.listing(kind)).items()) {
                var action = ListActions.of(kind, catalogue.server().id(), item.identity());
                if (Decider.decide(grants, action).isAllowed()) {
                    String prefix =
                            CatalogueItem.isPrefixed(kind) ? catalogue.server().key() + "__" : "";
                    allowed.add(prefix + item.identity());
                }
            }
        }
        return allowed.stream()
                .filter(item -> Collections.frequency(allowed, item) == 1)
                .toList();
    }

    private static Catalogue catalogue(String key, ListKind kind, Random random) {
        List<String> names = new ArrayList<>();
        for (String name : NAMES) {
            if (random.nextBoolean()) {
                names.add(CatalogueItem.isPrefixed(kind) ? name : "doc://" + name);
            }
        }
        return catalogue(key, kind, names);
    }

    private static Catalogue catalogue(String key, ListKind kind, List<String> names) {
        List<CatalogueItem> items = new ArrayList<>();
        for (String name : names) {
            var item =
                    JsonNodeFactory.instance.objectNode().put(kind.key(), name).put("title", "of " + name);
            items.add(CatalogueItem.of(kind, key, item));
        }
        Map<ListKind, Listing> listings = new EnumMap<>(ListKind.class);
        listings.put(kind, Listing.of(kind, items, 0, Instant.EPOCH));
        return new Catalogue(server(key), Era.LEGACY, introduction(), listings);
    }

    private static ServerRules rules(String key, Random random) {
        NameRules tools = new NameRules(patterns(random, ""), patterns(random, ""));
        NameRules resources = new NameRules(patterns(random, "doc://"), patterns(random, "doc://"));
        return new ServerRules(Rights.id(key), random.nextInt(3) == 0 ? 0 : -1, tools, tools, resources);
    }

    private static NamePatterns patterns(Random random, String prefix) {
        List<String> patterns = new ArrayList<>();
        for (String name : NAMES) {
            switch (random.nextInt(6)) {
                case 0 -> patterns.add(prefix + name);
                case 1 -> patterns.add(prefix + name.charAt(0) + "*");
                default -> {}
            }
        }
        return Rights.patterns(patterns.toArray(String[]::new));
    }

    private static RawJson render(List<Catalogue> catalogues, Grants grants, ListKind kind, Era era) {
        var snapshot = new CatalogueSnapshot(catalogues, List.of(), 1, Instant.MAX);
        return new ListRendering(snapshot, List.of(), grants, kind, era).write();
    }

    private static Introduction introduction() {
        return new Introduction("2026-07-28", List.of(), JsonNodeFactory.instance.objectNode(), null);
    }

    private static UpstreamServer server(String key) {
        return FakeUpstream.dead(key, Protocol.LEGACY);
    }
}
