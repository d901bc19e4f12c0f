package dev.gatehouse.operator.it;

import static dev.gatehouse.operator.it.Cluster.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.operator.GatehouseOperator;
import dev.gatehouse.testbed.ApiServerExtension;
import dev.gatehouse.testbed.TestApiServer;
import dev.gatehouse.testbed.TestNamespace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two operators and two gateways: one leads, the other is ready to. */
@ExtendWith(ApiServerExtension.class)
class TwoOperatorsIT {

    private final TestNamespace team;
    private final Cluster cluster;

    TwoOperatorsIT(TestApiServer server, TestNamespace team) {
        this.team = team;
        this.cluster = Cluster.of(server, team);
        team.apply(Samples.CLIENT_AND_SERVER);
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void leaderThatStopsHandsOverInAboutASecondAndVersionsGoOn() throws Exception {
        GatehouseOperator first = cluster.startOperator(0);
        soon().until(first::isLeading);
        GatehouseOperator second = cluster.startOperator(1);
        var gateways = List.of(cluster.startGateway("one"), cluster.startGateway("two"));
        soon().until(() -> gateways.stream().allMatch(gateway -> gateway.admits(Samples.TOKEN)));
        long before = gateways.getFirst().version();
        assertThat(second.isReady()).isTrue();
        assertThat(second.isLeading()).isFalse();

        Instant begin = Instant.now();
        first.close();
        soon().until(second::isLeading);

        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(3));
        team.apply(Samples.client("late", "late-0123456789abcdef"));
        soon().until(() -> gateways.stream().allMatch(gateway -> gateway.admits("late-0123456789abcdef")));
        soon().untilAsserted(() ->
                assertThat(Statuses.ready(team, "McpClient", "late")).isEqualTo("True Ready"));
        assertThat(gateways.getFirst().version()).isGreaterThan(before);
        assertThat(gateways.getFirst().digest()).isEqualTo(gateways.getLast().digest());
    }

    @Test
    void gatewaysServeThroughoutAChangeOfTheLeader() throws Exception {
        GatehouseOperator first = cluster.startOperator(0);
        soon().until(first::isLeading);
        GatehouseOperator second = cluster.startOperator(1);
        LinkedGateway gateway = cluster.startGateway("one");
        soon().until(() -> gateway.admits(Samples.TOKEN));
        var stopped = new AtomicBoolean();
        var refused = new AtomicInteger();
        Thread caller = Thread.ofVirtual().start(() -> {
            while (!stopped.get()) {
                if (!gateway.admits(Samples.TOKEN)) {
                    refused.incrementAndGet();
                }
            }
        });

        first.close();
        soon().until(second::isLeading);
        soon().until(() -> second.metrics().contains("gatehouse_operator_replicas 1\n"));
        stopped.set(true);
        caller.join();

        assertThat(refused).hasValue(0);
    }

    @Test
    void gatewayThatComesLateToANewLeaderIsWaitedFor() throws Exception {
        GatehouseOperator first = cluster.startOperator(0);
        soon().until(first::isLeading);
        GatehouseOperator second = cluster.startOperator(1);
        LinkedGateway prompt = cluster.startGateway("prompt");
        GatewayProcess late = cluster.startGatewayProcess("late");
        soon().until(() -> prompt.admits(Samples.TOKEN) && late.caller().isReady());

        late.freeze();
        try {
            first.close();
            soon().until(second::isLeading);
            team.apply(Samples.client("new", "new-0123456789abcdef"));
            soon().until(() -> prompt.admits("new-0123456789abcdef"));
            await().during(Duration.ofSeconds(2))
                    .atMost(Duration.ofSeconds(4))
                    .until(() -> !Statuses.ready(team, "McpClient", "new").equals("True Ready"));
        } finally {
            late.thaw();
        }

        soon().untilAsserted(() ->
                assertThat(Statuses.ready(team, "McpClient", "new")).isEqualTo("True Ready"));
        assertThat(late.caller().admits("new-0123456789abcdef")).isTrue();
    }

    @Test
    void everythingConvergesInWhateverOrderItStarts() throws Exception {
        GatehouseOperator bootstrap = cluster.startOperator(0);
        var mounted = cluster.mounted();
        bootstrap.close();

        LinkedGateway gateway =
                cluster.opened(LinkedGateway.start("early", Mount.of(mounted), cluster.addresses(), Clock.systemUTC()));
        assertThat(gateway.isReady()).isFalse();
        assertThat(gateway.admits(Samples.TOKEN)).isFalse();
        cluster.startOperator(1);

        soon().until(() -> gateway.isReady() && gateway.admits(Samples.TOKEN));
        soon().untilAsserted(() ->
                assertThat(Statuses.ready(team, "McpClient", "cursor")).isEqualTo("True Ready"));
    }
}
