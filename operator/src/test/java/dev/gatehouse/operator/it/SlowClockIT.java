package dev.gatehouse.operator.it;

import static dev.gatehouse.operator.it.Cluster.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.operator.GatehouseOperator;
import dev.gatehouse.testbed.ApiServerExtension;
import dev.gatehouse.testbed.TestApiServer;
import dev.gatehouse.testbed.TestNamespace;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The lead goes to an operator whose clock is an hour behind that of the one before it. */
@ExtendWith(ApiServerExtension.class)
class SlowClockIT {

    private static final int CLIENTS = 10;

    private final TestNamespace team;
    private final Cluster cluster;
    private GatehouseOperator first;
    private GatehouseOperator slow;
    private List<LinkedGateway> gateways = List.of();

    SlowClockIT(TestApiServer server, TestNamespace team) {
        this.team = team;
        this.cluster = Cluster.of(server, team);
    }

    @BeforeEach
    void start() throws Exception {
        team.apply(Samples.CLIENT_AND_SERVER + "---\n" + Samples.FLEET_AND_ADMIN);
        first = cluster.startOperator(0);
        soon().until(first::isLeading);
        slow = cluster.startOperator(1, Clock.offset(Clock.systemUTC(), Duration.ofHours(-1)));
        gateways = List.of(cluster.startGateway("one"), cluster.startGateway("two"));
        soon().untilAsserted(() -> {
            assertThat(Statuses.fleet(team, "gateway")).isEqualTo("one, two 2/2");
            assertThat(Statuses.ready(team, "McpClient", "cursor")).isEqualTo("True Ready");
        });
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void versionsGoOnAboveWhatGatewaysHaveEnforced() {
        long before = Statuses.configVersion(team, "gateway");
        assertThat(appliedByAll(first)).isEqualTo(before);

        first.close();

        soon().until(() -> slow.isLeading() && appliedByAll(slow) > 0);
        assertThat(appliedByAll(slow)).isGreaterThan(before);
        soon().untilAsserted(() ->
                assertThat(Statuses.configVersion(team, "gateway")).isEqualTo(appliedByAll(slow)));
        team.apply(Samples.client("late", "late-0123456789abcdef"));
        soon().until(() -> gateways.stream().allMatch(gateway -> gateway.admits("late-0123456789abcdef")));
        soon().untilAsserted(() ->
                assertThat(Statuses.ready(team, "McpClient", "late")).isEqualTo("True Ready"));
    }

    @Test
    void nobodyIsReadyBeforeEveryGatewayAdmitsThem() {
        var early = new CopyOnWriteArrayList<String>();
        var ready = new CopyOnWriteArrayList<String>();
        try (var _ = Statuses.watchClients(team, client -> {
            String name = client.getMetadata().getName();
            if (Statuses.condition(client, "Ready").equals("True Ready")) {
                if (!name.equals("cursor") && !gateways.stream().allMatch(gateway -> gateway.admits(token(name)))) {
                    early.add(name);
                }
                ready.add(name);
            }
        })) {
            first.close();
            for (int i = 0; i < CLIENTS; i++) {
                team.apply(Samples.client("client-" + i, token("client-" + i)));
            }
            soon().until(() -> ready.stream().distinct().count() == CLIENTS + 1);
        }
        assertThat(early).isEmpty();
        assertThat(slow.isLeading()).isTrue();
    }

    private static String token(String client) {
        return client + "-0123456789abcdef";
    }

    private static long appliedByAll(GatehouseOperator operator) {
        return operator.metrics()
                .lines()
                .filter(line -> line.startsWith("gatehouse_operator_replicas_applied_version "))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
