package dev.gatehouse.operator.it;

import static dev.gatehouse.operator.it.Cluster.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.operator.GatehouseOperator;
import dev.gatehouse.testbed.ApiServerExtension;
import dev.gatehouse.testbed.TestApiServer;
import dev.gatehouse.testbed.TestNamespace;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Gateways as real processes, one of which is lost. */
@ExtendWith(ApiServerExtension.class)
class KilledGatewaysIT {

    private static final String LATE = "late-0123456789abcdef";

    private final TestNamespace team;
    private final Cluster cluster;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicInteger served = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    private GatehouseOperator operator;
    private GatewayProcess one;
    private GatewayProcess two;

    KilledGatewaysIT(TestApiServer server, TestNamespace team) {
        this.team = team;
        this.cluster = Cluster.of(server, team);
    }

    @BeforeEach
    void start() throws Exception {
        team.apply(Samples.CLIENT_AND_SERVER + "---\n" + Samples.FLEET_AND_ADMIN);
        operator = cluster.startOperator(0);
        one = cluster.startGatewayProcess("one");
        two = cluster.startGatewayProcess("two");
        soon().until(() -> one.caller().isReady() && two.caller().isReady());
        soon().untilAsserted(() -> {
            assertThat(Statuses.fleet(team, "gateway")).isEqualTo("one, two 2/2");
            assertThat(Statuses.ready(team, "McpClient", "cursor")).isEqualTo("True Ready");
        });
    }

    @AfterEach
    void stop() {
        stopped.set(true);
        cluster.close();
    }

    @Test
    void killedGatewayIsNoLongerCountedAndTheOtherServesThroughout() throws Exception {
        Thread calling = Thread.ofVirtual().start(this::callTheOther);

        one.kill();

        soon().until(() -> operator.metrics().contains("gatehouse_operator_replicas 1\n"));
        soon().untilAsserted(() -> assertThat(Statuses.fleet(team, "gateway")).isEqualTo("two 1/1"));
        changeSomething();
        stopped.set(true);
        calling.join();
        assertThat(refused).hasValue(0);
        assertThat(served).hasPositiveValue();
        assertThat(Statuses.condition(team, "McpClient", "cursor", "Programmed"))
                .isEqualTo("True Programmed");
    }

    @Test
    void gatewayInThePlaceOfAKilledOneConverges() throws Exception {
        one.kill();
        changeSomething();

        GatewayProcess next = cluster.startGatewayProcess("one");

        soon().until(next.caller()::isReady);
        assertThat(next.caller().admits(LATE)).isTrue();
        assertThat(next.caller().digest(Samples.ADMIN)).isEqualTo(two.caller().digest(Samples.ADMIN));
        soon().untilAsserted(() -> assertThat(Statuses.fleet(team, "gateway")).isEqualTo("one, two 2/2"));
    }

    @Test
    void frozenGatewayIsGivenUpAndCatchesUpWhenItRunsAgain() throws Exception {
        one.freeze();
        try {
            changeSomething();
            soon().untilAsserted(
                            () -> assertThat(Statuses.fleet(team, "gateway")).isEqualTo("two 1/1"));
        } finally {
            one.thaw();
        }

        soon().until(() -> one.caller().admits(LATE));
        assertThat(one.caller().digest(Samples.ADMIN)).isEqualTo(two.caller().digest(Samples.ADMIN));
        soon().untilAsserted(() -> assertThat(Statuses.fleet(team, "gateway")).isEqualTo("one, two 2/2"));
    }

    /** A change gets in force and is said to be, whoever is missing. */
    private void changeSomething() {
        team.apply(Samples.client("late", LATE));
        soon().until(() -> two.caller().admits(LATE));
        soon().untilAsserted(() ->
                assertThat(Statuses.ready(team, "McpClient", "late")).isEqualTo("True Ready"));
    }

    private void callTheOther() {
        while (!stopped.get()) {
            try {
                (two.caller().admits(Samples.TOKEN) ? served : refused).incrementAndGet();
            } catch (AssertionError unanswered) {
                refused.incrementAndGet();
            }
        }
    }
}
