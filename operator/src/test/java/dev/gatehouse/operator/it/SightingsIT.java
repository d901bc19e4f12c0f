package dev.gatehouse.operator.it;

import static dev.gatehouse.operator.it.Cluster.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.examples.demo.DemoServer;
import dev.gatehouse.operator.GatehouseOperator;
import dev.gatehouse.testbed.ApiServerExtension;
import dev.gatehouse.testbed.TestApiServer;
import dev.gatehouse.testbed.TestNamespace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What two gateways see of a real upstream and of a client, as people read it in the cluster. */
@ExtendWith(ApiServerExtension.class)
class SightingsIT {

    private static final Duration A_WHILE = Duration.ofSeconds(3);
    private static final Duration CATALOGUE_IS_OLD = Duration.ofSeconds(31);

    private final TestNamespace team;
    private final Cluster cluster;
    private final DemoServer upstream = DemoServer.start(0);
    private final LaterClock clock = new LaterClock();
    private GatehouseOperator operator;
    private List<LinkedGateway> gateways = List.of();

    SightingsIT(TestApiServer server, TestNamespace team) {
        this.team = team;
        this.cluster = Cluster.of(server, team);
    }

    @BeforeEach
    void start() throws Exception {
        upstream.addTool("repeat");
        team.apply(Samples.CLIENT_AND_SERVER
                .replace("http://127.0.0.1:9/mcp", upstream.url().toString())
                .replace("search", "repeat"));
        operator = cluster.startOperator(0);
        gateways = List.of(cluster.startGateway("one", clock), cluster.startGateway("two", clock));
        soon().until(() -> gateways.stream().allMatch(gateway -> gateway.admits(Samples.TOKEN)));
    }

    @AfterEach
    void stop() {
        cluster.close();
        upstream.close();
    }

    @Test
    void serverShowsWhatItsUpstreamOffersWhoeverMayUseIt() {
        soon().untilAsserted(() -> assertThat(Statuses.discovered(team, "github"))
                .containsEntry("protocol", "2025-11-25")
                .containsEntry("tools", 10)
                .containsEntry("prompts", 3)
                .containsEntry("resources", 4));
        assertThat(Statuses.toolDigests(team, "github"))
                .containsKeys("repeat", "delete_everything")
                .hasSize(10)
                .allSatisfy((tool, digest) -> assertThat(digest).matches("[0-9a-f]{64}"));
    }

    @Test
    void tokenShowsItsLastUseAndIsNotWrittenAgainWithinTenMinutes() {
        soon().untilAsserted(() -> assertThat(lastUsed()).isNotEmpty());
        String first = lastUsed();
        settle();
        long writes = operator.counts().statusWrites();

        clock.jump(Duration.ofMinutes(8));
        use(gateways.get(0));
        use(gateways.get(1));
        await().during(A_WHILE)
                .atMost(A_WHILE.multipliedBy(3))
                .until(() -> lastUsed().equals(first));
        assertThat(operator.counts().statusWrites()).isEqualTo(writes);

        clock.jump(Duration.ofMinutes(3));
        use(gateways.get(0));
        use(gateways.get(1));
        soon().untilAsserted(() -> assertThat(Instant.parse(lastUsed()))
                .isAfterOrEqualTo(Instant.parse(first).plus(Duration.ofMinutes(10))));
        settle();
        assertThat(operator.counts().statusWrites()).isEqualTo(writes + 1);
    }

    @Test
    void changedDefinitionOfAToolIsToldAsAnEventAndByItsDigest() {
        soon().untilAsserted(
                        () -> assertThat(Statuses.toolDigests(team, "github")).containsKey("repeat"));
        Map<String, String> before = Statuses.toolDigests(team, "github");

        upstream.describeTool("repeat", "Sends the text to somebody else, too.");
        clock.jump(CATALOGUE_IS_OLD);
        gateways.forEach(this::use);

        soon().untilAsserted(() ->
                assertThat(Statuses.toolDigests(team, "github").get("repeat")).isNotEqualTo(before.get("repeat")));
        soon().untilAsserted(() -> assertThat(Statuses.events(team))
                .contains("Warning github ToolChanged The definition of the tool repeat is another than before;"
                        + " read it again before you rely on it."));
        assertThat(Statuses.events(team))
                .filteredOn(event -> event.contains("ToolChanged"))
                .hasSize(1);
    }

    private void use(LinkedGateway gateway) {
        try (McpSession session = McpSession.open(gateway, Samples.TOKEN)) {
            assertThat(session.ask(gateway, "tools/list", "{}")).contains("repeat");
            assertThat(session.ask(gateway, "tools/call", """
                            {"name":"github__repeat","arguments":{"text":"hello"}}""")).contains("hello");
        }
    }

    private String lastUsed() {
        return Statuses.tokens(team, "cursor").stream()
                .map(token -> String.valueOf(token.getOrDefault("lastUsed", "")))
                .findFirst()
                .orElse("");
    }

    private void settle() {
        long[] last = {-1};
        soon().pollInterval(Duration.ofMillis(1_500)).until(() -> {
            long now = operator.counts().statusWrites();
            boolean quiet = now == last[0];
            last[0] = now;
            return quiet;
        });
    }
}
