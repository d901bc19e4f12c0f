package dev.gatehouse.operator.it;

import static dev.gatehouse.operator.it.Cluster.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testbed.ApiServerExtension;
import dev.gatehouse.testbed.TestApiServer;
import dev.gatehouse.testbed.TestNamespace;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Real processes: one leads and is killed, the other takes over. */
@ExtendWith(ApiServerExtension.class)
class KilledProcessesIT {

    private final TestApiServer server;
    private final TestNamespace team;
    private final Cluster cluster;

    KilledProcessesIT(TestApiServer server, TestNamespace team) {
        this.server = server;
        this.team = team;
        this.cluster = Cluster.of(server, team);
        team.apply(Samples.CLIENT_AND_SERVER);
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void killedLeaderIsReplacedWithinTheLeaseAndTheNewOneStopsGracefully() throws Exception {
        OperatorProcess first = OperatorProcess.start(server, cluster, team.name(), 0);
        soon().until(() -> first.readiness().equals("leader"));
        OperatorProcess second = OperatorProcess.start(server, cluster, team.name(), 1);
        soon().until(() -> second.readiness().equals("standby"));
        LinkedGateway gateway = cluster.startGateway("one");
        soon().until(() -> gateway.admits(Samples.TOKEN));

        Instant begin = Instant.now();
        first.kill();
        assertThat(gateway.admits(Samples.TOKEN)).isTrue();
        soon().until(() -> second.readiness().equals("leader"));

        assertThat(Duration.between(begin, Instant.now())).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(8));
        team.apply(Samples.client("late", "late-0123456789abcdef"));
        soon().until(() -> gateway.admits("late-0123456789abcdef"));
        soon().untilAsserted(() ->
                assertThat(Statuses.ready(team, "McpClient", "late")).isEqualTo("True Ready"));
        assertThat(second.metrics())
                .contains("gatehouse_operator_leader 1\n", "gatehouse_operator_objects{kind=\"McpClient\"} 2\n");
        assertThat(second.terminate()).isEqualTo(143);
        assertThat(gateway.admits("late-0123456789abcdef")).isTrue();
    }
}
