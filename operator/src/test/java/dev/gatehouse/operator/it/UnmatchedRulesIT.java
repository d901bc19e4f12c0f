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
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rules that match nothing of what a real upstream offers. */
@ExtendWith(ApiServerExtension.class)
class UnmatchedRulesIT {

    private static final Duration A_WHILE = Duration.ofSeconds(5);
    private static final Duration CATALOGUE_IS_OLD = Duration.ofSeconds(31);

    private static final String OBJECTS = """
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpServer
            metadata: {name: demo}
            spec: {url: "http://upstream.example/mcp"}
            ---
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpClient
            metadata: {name: cursor}
            spec:
              tokens: [{name: current, secretRef: {name: cursor-token}}]
              allow: [{server: demo, tools: [echo, ecco], resources: ["doc://handbook/*", "weather://today/Oslo"]}]
            ---
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpAllowList
            metadata: {name: read-only}
            spec: {rules: [{server: demo, tools: [add]}, {server: demo, prompts: ["greet*", "gret*"]}]}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: cursor-token, labels: {gatehouse.dev/secret: "true"}}
            stringData: {token: first-0123456789abcdef}
            """;

    private static final String OF_CLIENT =
            "spec.allow[0].tools[1] matches no tool of McpServer %s/demo; correct it, or take it out: \"ecco\".";
    private static final String OF_LIST =
            "spec.rules[1].prompts[1] matches no prompt of McpServer %s/demo; correct it, or take it out: \"gret*\".";

    private final TestNamespace team;
    private final Cluster cluster;
    private final DemoServer upstream = DemoServer.start(0);
    private final LaterClock clock = new LaterClock();
    private GatehouseOperator operator;
    private LinkedGateway gateway;

    UnmatchedRulesIT(TestApiServer server, TestNamespace team) {
        this.team = team;
        this.cluster = Cluster.of(server, team);
    }

    @BeforeEach
    void start() throws Exception {
        team.apply(OBJECTS.replace("http://upstream.example/mcp", upstream.url().toString()));
        operator = cluster.startOperator(0);
        gateway = cluster.startGateway("one", clock);
        soon().untilAsserted(() -> {
            assertThat(Statuses.warnings(team, "McpClient", "cursor"))
                    .containsExactly(OF_CLIENT.formatted(team.name()));
            assertThat(Statuses.warnings(team, "McpAllowList", "read-only"))
                    .containsExactly(OF_LIST.formatted(team.name()));
        });
    }

    @AfterEach
    void stop() {
        cluster.close();
        upstream.close();
    }

    @Test
    void whoDeclaresThemIsWarnedAndStaysReady() {
        soon().untilAsserted(() -> assertThat(Statuses.events(team))
                .containsExactlyInAnyOrder(
                        "Warning cursor Warning " + OF_CLIENT.formatted(team.name()),
                        "Warning read-only Warning " + OF_LIST.formatted(team.name())));
        assertThat(Statuses.ready(team, "McpClient", "cursor")).isEqualTo("True Ready");
    }

    @Test
    void warningGoesWhenTheUpstreamOffersWhatTheRuleNames() {
        upstream.addTool("ecco");
        clock.jump(CATALOGUE_IS_OLD);
        try (McpSession session = McpSession.open(gateway, Samples.TOKEN)) {
            assertThat(session.ask(gateway, "tools/list", "{}")).contains("demo__echo");
        }

        soon().untilAsserted(() ->
                assertThat(Statuses.warnings(team, "McpClient", "cursor")).isEmpty());
    }

    @Test
    void nextOperatorWritesNoneOfThemAgain() throws Exception {
        soon().until(() -> Statuses.events(team).size() == 2);
        List<String> before = versions();
        operator.close();

        GatehouseOperator second = cluster.startOperator(1);
        soon().until(() -> second.isLeading() && gateway.isReady());
        await().during(A_WHILE)
                .atMost(A_WHILE.multipliedBy(3))
                .until(() -> versions().equals(before));

        assertThat(second.counts().statusWrites()).isZero();
        assertThat(Statuses.events(team)).hasSize(2);
    }

    private List<String> versions() {
        return List.of(
                Statuses.version(team, "McpServer", "demo"),
                Statuses.version(team, "McpClient", "cursor"),
                Statuses.version(team, "McpAllowList", "read-only"));
    }
}
