package dev.gatehouse.gateway.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.mcp.BoundedJson;
import dev.gatehouse.gateway.mcp.RawJson;
import dev.gatehouse.gateway.session.UpstreamSession;
import dev.gatehouse.gateway.testing.SettableClock;
import dev.gatehouse.gateway.upstream.GatewayIdentity;
import dev.gatehouse.gateway.upstream.UpstreamAnswer;
import dev.gatehouse.gateway.upstream.session.UpstreamEras;
import dev.gatehouse.gateway.upstream.thread.FakeUpstream;
import dev.gatehouse.gateway.upstream.thread.Reply;
import dev.gatehouse.gateway.upstream.thread.UpstreamClient;
import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.UpstreamServer;
import dev.gatehouse.model.resource.McpServerSpec.Protocol;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InitializeIT {

    private static final String ALL =
            "{\"tools\":{\"listChanged\":true},\"prompts\":{},\"resources\":{\"subscribe\":true},\"logging\":{},\"completions\":{},\"tasks\":{\"list\":{}}}";

    private final SettableClock clock = new SettableClock();
    private final SecureRandom random = new SecureRandom();
    private final GatewayIdentity identity = GatewayIdentity.ofVersion("1");
    private final UpstreamClient client = new UpstreamClient(identity);
    private final UpstreamEras eras = new UpstreamEras(client, clock);
    private final Catalogues catalogues = new Catalogues(client, eras, clock, CatalogueListener.NONE);
    private final Carried carried = new Carried(true, true, true, true);
    private final AggregateInitialize aggregate = new AggregateInitialize(catalogues, identity, carried, random, clock);
    private final ServerInitialize single = new ServerInitialize(client, eras, identity, random, clock);
    private final FakeUpstream git = FakeUpstream.legacy(ALL);
    private final FakeUpstream jira = FakeUpstream.legacy("{\"prompts\":{}}");
    private final UpstreamServer gitServer = git.server("git", Protocol.LEGACY);
    private final UpstreamServer jiraServer = jira.server("jira", Protocol.LEGACY);

    @AfterEach
    void close() {
        catalogues.close();
        client.close();
        git.close();
        jira.close();
    }

    @Test
    void noServerHearsOfAClientThatConnects() {
        catalogues.retain(List.of(gitServer, jiraServer));
        var first = open(Rights.whole("git", "jira"));
        List<String> asked = git.seen().stream().map(FakeUpstream.Seen::method).toList();

        var second = open(Rights.whole("git", "jira"));

        assertThat(git.seen()).extracting(FakeUpstream.Seen::method).isEqualTo(asked);
        assertThat(second.session().upstreamSessions()).isEmpty();
        assertThat(second.session().nonce()).isNotEqualTo(first.session().nonce());
    }

    @Test
    void serverThatIsNotAllowedHearsAndAddsNothing() {
        var opened = open(Rights.whole("jira"));

        assertThat(git.seen()).isEmpty();
        assertThat(Read.tree(opened.result()).path("capabilities")).hasToString("{\"prompts\":{\"listChanged\":true}}");
        assertThat(opened.result().toString()).doesNotContain("git");
    }

    @Test
    void capabilitiesAreThoseThatTheClientMayUse() {
        ObjectNode result =
                Read.tree(open(Rights.of(Rights.tools("git", "get"))).result());

        assertThat(result.path("capabilities").has("tools")).isTrue();
        assertThat(result.path("capabilities").has("prompts")).isFalse();
        assertThat(result.path("capabilities").has("resources")).isFalse();
        assertThat(result.path("capabilities").has("completions")).isFalse();
        assertThat(result.path("capabilities").has("tasks")).isFalse();
    }

    @Test
    void resultIsTheGatewaysOwn() {
        ObjectNode result = Read.tree(open(Rights.whole("git", "jira")).result());

        assertThat(result.path("serverInfo").path("name").asText()).isEqualTo("gatehouse");
        assertThat(result.path("protocolVersion").asText()).isEqualTo("2025-06-18");
        assertThat(result.path("instructions").asText()).isEqualTo("# git\n\nbe kind\n\n# jira\n\nbe kind");
    }

    @Test
    void initializeIsNeverAnsweredWithAModernVersion() {
        ObjectNode params = params().put("protocolVersion", "2026-07-28");

        var opened = opened(aggregate.open(List.of(gitServer), Rights.principal("a", Rights.whole("git")), params));

        assertThat(opened.session().protocolVersion()).isEqualTo("2025-11-25");
    }

    @Test
    void hangingServerCostsASecondOnceAndNothingAfterThat() {
        jira.on("initialize", new Reply.Silence());
        catalogues.retain(List.of(gitServer, jiraServer));

        Duration first = time(() -> open(Rights.whole("git", "jira")));
        Duration second = time(() -> open(Rights.whole("git", "jira")));

        assertThat(first).isLessThan(Duration.ofSeconds(3));
        assertThat(second).isLessThan(Duration.ofMillis(900));
    }

    @Test
    void unreachableServerStillLetsTheClientAskForLists() {
        UpstreamServer dead = FakeUpstream.dead("dead", Protocol.LEGACY);

        var opened = opened(aggregate.open(List.of(dead), Rights.principal("a", Rights.whole("dead")), params()));

        assertThat(Read.tree(opened.result()).path("capabilities").has("tools")).isTrue();
    }

    @Test
    void modernServersAloneHaveNoInitialize() {
        try (var modern = FakeUpstream.modern(ALL)) {
            List<UpstreamServer> servers = List.of(modern.server("m", Protocol.AUTO));

            var result = aggregate.open(servers, Rights.principal("a", Rights.whole("m")), params());

            assertThat(result)
                    .isInstanceOfSatisfying(
                            AggregateInitialize.Result.Refused.class,
                            refused -> assertThat(refused.claim().versions()).containsExactly("2026-07-28"));
        }
    }

    @Test
    void serversOfTheOtherEraAreNamedToThoseWhoMayKnowOfThem() {
        try (var modern = FakeUpstream.modern(ALL)) {
            List<UpstreamServer> servers = List.of(gitServer, modern.server("m", Protocol.MODERN));

            var both = opened(aggregate.open(servers, Rights.principal("a", Rights.whole("git", "m")), params()));
            var one = opened(aggregate.open(servers, Rights.principal("b", Rights.whole("git")), params()));

            assertThat(Read.otherEra(both.result())).containsExactly("m");
            assertThat(Read.otherEra(one.result())).isEmpty();
        }
    }

    @Test
    void singleServersAnswerPassesWithoutTasksAndWithoutOurNames() {
        ObjectNode params = params();
        params.putObject("capabilities").putObject("sampling");
        params.putObject("clientInfo").put("name", "ide").put("version", "3");

        var opened = (ServerInitialize.Result.Opened)
                single.open(gitServer, Rights.principal("a", Rights.whole("git")), params);

        ObjectNode result = Read.tree(opened.result());
        assertThat(result.path("serverInfo").path("name").asText()).isEqualTo("fake");
        assertThat(result.path("instructions").asText()).isEqualTo("be kind");
        assertThat(result.path("capabilities")).isEqualTo(withoutTasks());
        assertThat(opened.session().endpoint()).isEqualTo("servers/git");
        assertThat(opened.session().upstreamSessions())
                .containsEntry(gitServer.id(), new UpstreamSession("session-1", "2025-06-18"));
        var asked = git.seen("initialize").getFirst().body().path("params");
        assertThat(asked.path("capabilities")).isEmpty();
        assertThat(asked.path("clientInfo").path("name").asText()).isEqualTo("ide");
        assertThat(git.seen("notifications/initialized")).isEmpty();
    }

    @Test
    void failureOfTheSingleServerIsAValue() {
        UpstreamServer dead = FakeUpstream.dead("dead", Protocol.LEGACY);

        assertThat(single.open(dead, Rights.principal("a", Rights.whole("dead")), params()))
                .isInstanceOf(ServerInitialize.Result.Failed.class);
    }

    @Test
    void singleModernServerHasNoInitialize() {
        try (var modern = FakeUpstream.modern(ALL)) {
            var caller = Rights.principal("a", Rights.whole("m"));

            assertThat(single.open(modern.server("m", Protocol.MODERN), caller, params()))
                    .isEqualTo(new ServerInitialize.Result.OtherEra());
            assertThat(modern.seen()).isEmpty();
            assertThat(single.open(modern.server("m", Protocol.AUTO), caller, params()))
                    .isEqualTo(new ServerInitialize.Result.OtherEra());
        }
    }

    @Test
    void discoveryOfTheAggregateShowsTheCallersView() {
        try (var modern = FakeUpstream.modern(ALL).tools("a")) {
            var servers = List.of(gitServer, modern.server("modern", Protocol.MODERN));
            var discover = new AggregateDiscover(catalogues, identity, carried);

            RawJson view = discovered(discover.result(servers, Rights.whole("git", "modern")));
            ObjectNode all = Read.tree(view);
            ObjectNode none = Read.tree(discovered(discover.result(servers, Grants.NONE)));

            assertThat(all.path("capabilities").has("tools")).isTrue();
            assertThat(all.path("instructions").asText()).isEqualTo("# modern\n\nbe modern");
            assertThat(all.path("cacheScope").asText()).isEqualTo("private");
            assertThat(all.path("resultType").asText()).isEqualTo("complete");
            assertThat(all.path("supportedVersions")).hasToString("[\"2026-07-28\"]");
            assertThat(Read.otherEra(view)).containsExactly("git");
            assertThat(none.path("capabilities")).isEmpty();
            assertThat(none.has("instructions")).isFalse();
        }
    }

    @Test
    void discoveryInFrontOfLegacyServersSendsTheCallerBack() {
        var discover = new AggregateDiscover(catalogues, identity, carried);

        var result = discover.result(List.of(git.server("git", Protocol.AUTO)), Rights.whole("git"));

        assertThat(result)
                .isInstanceOfSatisfying(
                        AggregateDiscover.Result.Refused.class,
                        refused -> assertThat(refused.claim().versions())
                                .containsExactly("2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"));
    }

    @Test
    void discoveryOfOneServerIsPrivateAndWithoutTasks() {
        try (var modern = FakeUpstream.modern(ALL)) {
            var answer =
                    (UpstreamAnswer.Answered) new ServerDiscover(client).result(modern.server("m", Protocol.MODERN));

            assertThat(answer.result().path("cacheScope").asText()).isEqualTo("private");
            assertThat(answer.result().path("capabilities")).isEqualTo(withoutTasks());
            assertThat(answer.result().path("instructions").asText()).isEqualTo("be modern");
        }
    }

    private AggregateInitialize.Result.Opened open(Grants grants) {
        return opened(aggregate.open(List.of(jiraServer, gitServer), Rights.principal("a", grants), params()));
    }

    private static AggregateInitialize.Result.Opened opened(AggregateInitialize.Result result) {
        return (AggregateInitialize.Result.Opened) result;
    }

    private static RawJson discovered(AggregateDiscover.Result result) {
        return ((AggregateDiscover.Result.Discovered) result).result();
    }

    private static Duration time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static ObjectNode params() {
        return JsonNodeFactory.instance.objectNode().put("protocolVersion", "2025-06-18");
    }

    private static ObjectNode withoutTasks() {
        ObjectNode all = Objects.requireNonNull(BoundedJson.object(ALL.getBytes(StandardCharsets.UTF_8)));
        all.remove("tasks");
        return all;
    }
}
