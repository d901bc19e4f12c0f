package dev.gatehouse.operator.it;

import static dev.gatehouse.operator.it.Cluster.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.operator.GatehouseOperator;
import dev.gatehouse.testbed.ApiServerExtension;
import dev.gatehouse.testbed.TestApiServer;
import dev.gatehouse.testbed.TestNamespace;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where nothing changes, nothing is written. */
@ExtendWith(ApiServerExtension.class)
class SteadyStateIT {

    private static final Duration A_WHILE = Duration.ofSeconds(5);

    private static final String OBJECTS = Samples.CLIENT_AND_SERVER + """
            ---
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpUser
            metadata: {name: ada}
            spec:
              tokens: [{name: laptop, sha256: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}]
              allow: [{server: "*"}]
            ---
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpAllowList
            metadata: {name: read-only}
            spec: {rules: [{server: nowhere}]}
            ---
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpGateway
            metadata: {name: gateway}
            spec: {}
            """;

    private final TestNamespace team;
    private final Cluster cluster;

    SteadyStateIT(TestApiServer server, TestNamespace team) {
        this.team = team;
        this.cluster = Cluster.of(server, team);
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void neitherStatusesNorEventsAreWrittenWhileNothingChanges() throws Exception {
        team.apply(OBJECTS);
        GatehouseOperator operator = cluster.startOperator(0);
        cluster.startGateway("one");
        awaitStatuses();
        settle(operator);
        Map<String, String> before = versions();
        long writes = operator.counts().statusWrites();
        int events = events();

        await().during(A_WHILE)
                .atMost(A_WHILE.multipliedBy(3))
                .until(() -> versions().equals(before));

        assertThat(operator.counts().statusWrites()).isEqualTo(writes);
        assertThat(events()).isEqualTo(events);
    }

    @Test
    void nextOperatorFindsEverythingAsItWouldWriteIt() throws Exception {
        team.apply(OBJECTS.replaceAll("(?s)---\napiVersion: gatehouse.dev/v1alpha1\nkind: McpGateway.*", ""));
        GatehouseOperator first = cluster.startOperator(0);
        LinkedGateway gateway = cluster.startGateway("one");
        awaitStatuses();
        settle(first);
        first.close();
        Map<String, String> before = versions();
        int events = events();

        GatehouseOperator second = cluster.startOperator(1);
        soon().until(() -> second.isLeading() && gateway.isReady());
        await().during(A_WHILE)
                .atMost(A_WHILE.multipliedBy(3))
                .until(() -> versions().equals(before));

        assertThat(second.counts().statusWrites()).isZero();
        assertThat(events()).isEqualTo(events);
    }

    @Test
    void warningsAndFailuresAreToldAsEventsOnce() throws Exception {
        team.apply(OBJECTS);
        cluster.startOperator(0);
        cluster.startGateway("one");

        soon().untilAsserted(() -> assertThat(team.server()
                        .client()
                        .events()
                        .v1()
                        .events()
                        .inNamespace(team.name())
                        .list()
                        .getItems())
                .extracting(event -> event.getRegarding().getName() + " " + event.getReason())
                .containsExactlyInAnyOrder("ada Warning", "read-only ServerNotFound"));
    }

    private void awaitStatuses() {
        soon().untilAsserted(() -> {
            assertThat(Statuses.ready(team, "McpClient", "cursor")).isEqualTo("True Ready");
            assertThat(Statuses.ready(team, "McpUser", "ada")).isEqualTo("True Ready");
            assertThat(Statuses.ready(team, "McpServer", "github")).isEqualTo("True Ready");
            assertThat(Statuses.ready(team, "McpAllowList", "read-only")).isEqualTo("False ServerNotFound");
        });
    }

    /** The fleet's own status follows within a second, what a gateway discovers within its report's interval. */
    static void settle(GatehouseOperator operator) {
        long[] last = {-1};
        soon().pollInterval(Duration.ofMillis(1_500)).until(() -> {
            long now = operator.counts().statusWrites();
            boolean quiet = now == last[0];
            last[0] = now;
            return quiet;
        });
    }

    private int events() {
        return team.server()
                .client()
                .events()
                .v1()
                .events()
                .inNamespace(team.name())
                .list()
                .getItems()
                .size();
    }

    private Map<String, String> versions() {
        var versions = new TreeMap<String, String>();
        for (String kind : new String[] {"McpServer", "McpAllowList", "McpClient", "McpUser", "McpGateway"}) {
            for (GenericKubernetesResource object : team.server()
                    .client()
                    .genericKubernetesResources("gatehouse.dev/v1alpha1", kind)
                    .inNamespace(team.name())
                    .list()
                    .getItems()) {
                versions.put(
                        kind + "/" + object.getMetadata().getName(),
                        object.getMetadata().getResourceVersion());
            }
        }
        return versions;
    }
}
