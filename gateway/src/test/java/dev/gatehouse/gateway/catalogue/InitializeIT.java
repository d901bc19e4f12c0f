package dev.gatehouse.gateway.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.mcp.BoundedJson;
import dev.gatehouse.gateway.session.UpstreamSession;
import dev.gatehouse.gateway.testing.SettableClock;
import dev.gatehouse.gateway.upstream.GatewayIdentity;
import dev.gatehouse.gateway.upstream.Opening;
import dev.gatehouse.gateway.upstream.UpstreamAnswer;
import dev.gatehouse.gateway.upstream.session.UpstreamEras;
import dev.gatehouse.gateway.upstream.session.UpstreamSessions;
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
import java.util.stream.IntStream;
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
    private final UpstreamSessions sessions = new UpstreamSessions(client, clock);
    private final Catalogues catalogues = new Catalogues(client, eras, clock, CatalogueListener.NONE);
    private final Carried carried = new Carried(true, true, true, true);
    private final AggregateInitialize aggregate =
            new AggregateInitialize(sessions, eras, catalogues, identity, carried, random, clock);
    private final ServerInitialize single = new ServerInitialize(client, identity, random, clock);
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
    void eachAllowedServerGetsASessionOfThisClientAlone() {
        var alice = open(Rights.whole("git", "jira")).session().upstreamSessions();
        var bob = open(Rights.whole("git")).session().upstreamSessions();

        assertThat(alice).containsOnlyKeys(gitServer.id(), jiraServer.id());
        assertThat(bob).containsOnlyKeys(gitServer.id());
        assertThat(bob.get(gitServer.id())).isNotEqualTo(alice.get(gitServer.id()));
    }

    @Test
    void serverThatIsNotAllowedHearsAndAddsNothing() {
        var opened = open(Rights.whole("jira"));

        assertThat(git.seen()).isEmpty();
        assertThat(Read.tree(opened.result()).path("capabilities")).hasToString("{\"prompts\":{}}");
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

        var opened = aggregate.open(List.of(gitServer), Rights.principal("a", Rights.whole("git")), params);

        assertThat(opened.session().protocolVersion()).isEqualTo("2025-11-25");
    }

    @Test
    void slowServerIsLeftOutAndFoundOpenLater() {
        jira.on("initialize", new Reply.Silence());
        UpstreamServer slow = jira.server("jira", Protocol.LEGACY, Duration.ofMillis(300));
        var opened =
                aggregate.open(List.of(gitServer, slow), Rights.principal("a", Rights.whole("git", "jira")), params());
        assertThat(opened.session().upstreamSessions()).containsOnlyKeys(gitServer.id());

        assertThat(sessions.find(opened.session(), slow.id())).isNull();
        assertThat(sessions.openLazily(opened.session(), gitServer)).isInstanceOf(Opening.Stands.class);
    }

    @Test
    void unreachableServerStillLetsTheClientAskForLists() {
        UpstreamServer dead = FakeUpstream.dead("dead", Protocol.LEGACY);

        var opened = aggregate.open(List.of(dead), Rights.principal("a", Rights.whole("dead")), params());

        assertThat(Read.tree(opened.result()).path("capabilities").has("tools")).isTrue();
    }

    @Test
    void upstreamSessionsBeyondTheIdsRoomStayInMemory() {
        git.on("initialize", new Reply.Result("{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{}}"));
        List<UpstreamServer> many = IntStream.range(0, 150)
                .mapToObj(i -> git.server("a-rather-long-name-of-a-server-" + i, Protocol.LEGACY))
                .toList();
        Grants grants = Rights.whole(many.stream().map(UpstreamServer::key).toArray(String[]::new));

        var opened = aggregate.open(many, Rights.principal("a", grants), params());

        assertThat(opened.session().upstreamSessions()).isNotEmpty().hasSizeLessThan(150);
        assertThat(many).allMatch(server -> sessions.find(opened.session(), server.id()) != null);
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
    void discoveryOfTheAggregateShowsTheCallersView() {
        try (var modern = FakeUpstream.modern(ALL).tools("a")) {
            var servers = List.of(gitServer, modern.server("modern", Protocol.MODERN));
            var discover = new AggregateDiscover(catalogues, identity, carried);

            ObjectNode all = Read.tree(discover.result(servers, Rights.whole("git", "modern")));
            ObjectNode none = Read.tree(discover.result(servers, Grants.NONE));

            assertThat(all.path("capabilities").has("tools")).isTrue();
            assertThat(all.path("instructions").asText()).isEqualTo("# modern\n\nbe modern");
            assertThat(all.path("cacheScope").asText()).isEqualTo("private");
            assertThat(all.path("resultType").asText()).isEqualTo("complete");
            assertThat(none.path("capabilities")).isEmpty();
            assertThat(none.has("instructions")).isFalse();
        }
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

    private AggregateInitialize.Opened open(Grants grants) {
        return aggregate.open(List.of(jiraServer, gitServer), Rights.principal("a", grants), params());
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
