package dev.gatehouse.gateway.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.testing.SettableClock;
import dev.gatehouse.gateway.upstream.GatewayIdentity;
import dev.gatehouse.gateway.upstream.session.UpstreamEras;
import dev.gatehouse.gateway.upstream.thread.FakeUpstream;
import dev.gatehouse.gateway.upstream.thread.UpstreamClient;
import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.UpstreamServer;
import dev.gatehouse.model.resource.McpServerSpec.Protocol;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AggregateListsIT {

    private static final String CAPABILITIES = "{\"tools\":{},\"resources\":{}}";

    private final SettableClock clock = new SettableClock();
    private final UpstreamClient client = new UpstreamClient(GatewayIdentity.ofVersion("1"));
    private final Catalogues catalogues =
            new Catalogues(client, new UpstreamEras(client, clock), clock, CatalogueListener.NONE);
    private final AggregateLists lists = new AggregateLists(catalogues, clock);
    private final ResourceOwners owners = new ResourceOwners(catalogues);
    private final FakeUpstream git = FakeUpstream.legacy(CAPABILITIES)
            .tools("get", "put")
            .resources("doc://shared", "doc://git")
            .templates("repo://{owner}/{name}");
    private final FakeUpstream jira = FakeUpstream.legacy(CAPABILITIES)
            .tools("get", "close")
            .resources("doc://shared", "doc://jira", "repo://acme/site")
            .templates("issue://{key}");
    private final List<UpstreamServer> servers =
            List.of(jira.server("jira", Protocol.LEGACY), git.server("git", Protocol.LEGACY));

    @AfterEach
    void close() {
        catalogues.close();
        client.close();
        git.close();
        jira.close();
    }

    @Test
    void serversStandInTheOrderOfTheirKeysAndItemsInTheirs() {
        assertThat(list(Rights.whole("git", "jira"), ListKind.TOOLS))
                .containsExactly("git__get", "git__put", "jira__get", "jira__close");
    }

    @Test
    void clientsOfDifferentRightsNeverSeeEachOthersItems() {
        Grants alice = Rights.of(Rights.tools("git", "get"));
        Grants bob = Rights.of(Rights.tools("jira", "close"), Rights.tools("git", "put"));
        for (int turn = 0; turn < 3; turn++) {
            assertThat(list(alice, ListKind.TOOLS)).containsExactly("git__get");
            assertThat(list(bob, ListKind.TOOLS)).containsExactly("git__put", "jira__close");
            assertThat(list(Grants.NONE, ListKind.TOOLS)).isEmpty();
        }
    }

    @Test
    void answerIsReadyTheSecondTime() {
        Grants grants = Rights.whole("git");
        assertThat(lists.ready(servers, grants, ListKind.TOOLS, Era.LEGACY)).isNull();
        var first = lists.result(servers, grants, ListKind.TOOLS, Era.LEGACY);

        assertThat(lists.ready(servers, grants, ListKind.TOOLS, Era.LEGACY)).isSameAs(first);
    }

    @Test
    void readyAnswerIsNotForOtherGrantsKindsErasOrConfigurations() {
        Grants grants = Rights.whole("git");
        var _ = lists.result(servers, grants, ListKind.TOOLS, Era.LEGACY);

        assertThat(lists.ready(servers, Rights.whole("git", "jira"), ListKind.TOOLS, Era.LEGACY))
                .isNull();
        assertThat(lists.ready(servers, grants, ListKind.PROMPTS, Era.LEGACY)).isNull();
        assertThat(lists.ready(servers, grants, ListKind.TOOLS, Era.MODERN)).isNull();
        assertThat(lists.ready(List.of(servers.getLast()), grants, ListKind.TOOLS, Era.LEGACY))
                .isNull();
    }

    @Test
    void announcedChangeShowsAtOnce() {
        Grants grants = Rights.whole("git");
        assertThat(list(grants, ListKind.TOOLS)).contains("git__get");
        git.tools("other");

        catalogues.invalidate(Rights.id("git"), ListKind.TOOLS);

        assertThat(list(grants, ListKind.TOOLS)).containsExactly("git__other");
    }

    @Test
    void missingServerIsSignalledButOnlyToThoseWhoMayKnowOfIt() {
        var withDead = List.of(servers.getLast(), FakeUpstream.dead("dead", Protocol.LEGACY));
        var all = lists.result(withDead, Rights.whole("git", "dead"), ListKind.TOOLS, Era.LEGACY);
        var some = lists.result(withDead, Rights.whole("git"), ListKind.TOOLS, Era.LEGACY);

        assertThat(Read.items(all, ListKind.TOOLS)).containsExactly("git__get", "git__put");
        assertThat(Read.isIncomplete(all)).isTrue();
        assertThat(all.toString()).doesNotContain("dead");
        assertThat(Read.isIncomplete(some)).isFalse();
    }

    @Test
    void uriOfTwoServersIsListedForNobodyWhoSeesBoth() {
        assertThat(list(Rights.whole("git", "jira"), ListKind.RESOURCES)).containsExactly("doc://git", "doc://jira");
        assertThat(list(Rights.whole("git"), ListKind.RESOURCES)).containsExactly("doc://shared", "doc://git");
    }

    @Test
    void ownerIsTheOneServerThatListsTheUri() {
        assertThat(owner(Rights.whole("git", "jira"), "doc://jira")).isEqualTo(new Ownership.Owned(servers.getFirst()));
    }

    @Test
    void ownerIsTheOneServerWhoseTemplateMatches() {
        assertThat(owner(Rights.whole("git", "jira"), "issue://A-1"))
                .isEqualTo(new Ownership.Owned(servers.getFirst()));
        assertThat(owner(Rights.whole("git", "jira"), "repo://acme/docs"))
                .isEqualTo(new Ownership.Owned(servers.getLast()));
    }

    @Test
    void listingAUriTakesItFromNoTemplateOfAnother() {
        assertThat(owner(Rights.whole("git", "jira"), "repo://acme/site")).isEqualTo(new Ownership.Ambiguous());
    }

    @Test
    void serverThatTheRightsDoNotCoverForTheUriOwnsNothing() {
        Grants both = Rights.of(Rights.resources("git", "doc://*"), Rights.resources("jira", "doc://jira"));

        assertThat(owner(both, "doc://shared")).isEqualTo(new Ownership.Owned(servers.getLast()));
        assertThat(owner(both, "issue://A-1")).isEqualTo(new Ownership.Unowned());
        assertThat(owner(Grants.NONE, "doc://git")).isEqualTo(new Ownership.Unowned());
    }

    @Test
    void templateIsFoundByItsOwnText() {
        assertThat(owners.findTemplate(servers, Rights.whole("git", "jira"), "issue://{key}", Era.LEGACY))
                .isEqualTo(new Ownership.Owned(servers.getFirst()));
        assertThat(owners.findTemplate(servers, Rights.whole("git"), "issue://{key}", Era.LEGACY))
                .isEqualTo(new Ownership.Unowned());
    }

    @Test
    void ownerIsReadyOnceCataloguesAreThere() {
        Grants grants = Rights.whole("git");
        assertThat(owners.ready(servers, grants, "doc://git", Era.LEGACY)).isNull();
        assertThat(owner(grants, "doc://git")).isInstanceOf(Ownership.Owned.class);

        assertThat(owners.ready(servers, grants, "doc://git", Era.LEGACY)).isInstanceOf(Ownership.Owned.class);
    }

    private List<String> list(Grants grants, ListKind kind) {
        return Read.items(lists.result(servers, grants, kind, Era.LEGACY), kind);
    }

    private Ownership owner(Grants grants, String uri) {
        return owners.find(servers, grants, uri, Era.LEGACY);
    }
}
