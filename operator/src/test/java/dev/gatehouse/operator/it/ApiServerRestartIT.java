package dev.gatehouse.operator.it;

import static dev.gatehouse.operator.it.Cluster.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.operator.GatehouseOperator;
import dev.gatehouse.testbed.ControlPlaneProcess;
import dev.gatehouse.testbed.TestApiServer;
import dev.gatehouse.testbed.TestNamespace;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An API server of its own, whose processes end and start again. What gateways enforce stays as it is meanwhile, and whatever
 * changed is in force soon after.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiServerRestartIT {

    private static final String STRANGER = "stranger-0123456789abcdef";
    private static final String LATE = "late-0123456789abcdef";

    private TestApiServer server;
    private TestNamespace team;
    private Cluster cluster;
    private GatehouseOperator operator;
    private List<LinkedGateway> gateways = List.of();

    static Stream<Named<Consumer<TestApiServer>>> outages() {
        return Stream.of(
                Named.of("API server told to end", it -> it.apiServer().terminate()),
                Named.of("API server killed", it -> it.apiServer().kill()),
                Named.of("etcd killed", it -> it.etcd().kill()),
                Named.of("both killed", it -> {
                    it.etcd().kill();
                    it.apiServer().kill();
                }));
    }

    @BeforeAll
    void startApiServer() {
        server = TestApiServer.start();
    }

    @AfterAll
    void stopApiServer() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void start() throws Exception {
        team = server.freshNamespace("test");
        cluster = Cluster.of(server, team);
        team.apply(Samples.CLIENT_AND_SERVER);
        operator = cluster.startOperator(0);
        gateways = List.of(cluster.startGateway("one"), cluster.startGateway("two"));
        soon().untilAsserted(() ->
                assertThat(Statuses.ready(team, "McpClient", "cursor")).isEqualTo("True Ready"));
        soon().until(() -> gateways.stream().allMatch(ApiServerRestartIT::isAsBefore)); // one may come after the other
    }

    @AfterEach
    void stop() {
        startWhatIsDown();
        cluster.close();
    }

    @ParameterizedTest
    @MethodSource("outages")
    void gatewaysGoOnWithoutAnApiServerAndFollowItWhenItIsBack(Consumer<TestApiServer> outage) {
        outage.accept(server);

        withoutARefusal().until(() -> !operator.isLeading());
        assertThat(operator.metrics()).contains("gatehouse_operator_leader 0\n");
        withoutARefusal().during(Duration.ofSeconds(2)).until(operator::isAlive);

        startWhatIsDown();
        changeSomething();
        afterAWhile().until(() -> gateways.stream().allMatch(ApiServerRestartIT::isChanged));
        afterAWhile().untilAsserted(this::statusesAreWritten);
        assertThat(operator.isLeading()).isTrue();
    }

    @Test
    void changesThatNobodyWatchedAreInForceWhenAnOperatorIsBack() throws Exception {
        server.apiServer().kill();
        operator.close();
        startWhatIsDown();
        changeSomething();
        assertThat(gateways).allMatch(ApiServerRestartIT::isAsBefore);

        cluster.startOperator(1);

        afterAWhile().until(() -> gateways.stream().allMatch(ApiServerRestartIT::isChanged));
        afterAWhile().untilAsserted(this::statusesAreWritten);
        assertThat(gateways.getFirst().digest()).isEqualTo(gateways.getLast().digest());
    }

    /** Fails as soon as a gateway decides otherwise than before. */
    private ConditionFactory withoutARefusal() {
        return soon().failFast(
                        "a gateway has not gone on as before",
                        () -> !gateways.stream().allMatch(ApiServerRestartIT::isAsBefore));
    }

    private void startWhatIsDown() {
        Stream.of(server.etcd(), server.apiServer())
                .filter(process -> !process.isAlive())
                .forEach(ControlPlaneProcess::start);
        server.awaitReady();
    }

    private void changeSomething() {
        team.apply(Samples.client("late", LATE));
        team.server()
                .client()
                .secrets()
                .inNamespace(team.name())
                .withName("cursor-token")
                .delete();
    }

    private void statusesAreWritten() {
        assertThat(Statuses.ready(team, "McpClient", "late")).isEqualTo("True Ready");
        assertThat(Statuses.ready(team, "McpClient", "cursor")).isEqualTo("False SecretNotFound");
    }

    private static boolean isAsBefore(LinkedGateway gateway) {
        return gateway.isReady() && gateway.admits(Samples.TOKEN) && !gateway.admits(STRANGER);
    }

    private static boolean isChanged(LinkedGateway gateway) {
        return gateway.admits(LATE) && !gateway.admits(Samples.TOKEN);
    }

    /** A watch that has failed for a while is tried again less and less often. */
    private static ConditionFactory afterAWhile() {
        return soon().atMost(Duration.ofSeconds(60));
    }
}
