package dev.gatehouse.operator.link;

import static dev.gatehouse.operator.link.LinkIT.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.model.access.AccessConfig;
import dev.gatehouse.model.link.LinkRole;
import dev.gatehouse.model.resource.McpGatewaySpec;
import dev.gatehouse.model.resource.McpGatewaySpec.Staleness;
import dev.gatehouse.operator.fleet.Replica;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreliableNetworkIT {

    @TempDir
    Path home;

    @Test
    void cutOffGatewayServesWhatItHasAndConvergesWhenHealed() throws Exception {
        try (var operator = TestOperator.start().serving(Worlds.of("cursor"));
                var network = new TcpProxy(operator.port());
                var gateway = TestGateway.start(home, "gw-0", operator.store(), network.port())) {
            soon().until(() -> operator.server().state().appliedByAll() == operator.version());
            network.swallow(true);
            soon().until(() -> operator.server().state().replicas().isEmpty());
            AccessConfig next = Worlds.of("late");
            operator.publish(next);

            assertThat(gateway.callAs("cursor")).isEqualTo(200);
            assertThat(gateway.callAs("late")).isEqualTo(401);
            network.swallow(false);
            network.cut();
            soon().until(() -> gateway.enforces(next));
            soon().until(() -> operator.server().state().appliedByAll() == operator.version());
            assertThat(gateway.callAs("cursor")).isEqualTo(401);
        }
    }

    @Test
    void silentOperatorIsGivenUpAndFoundAgain() throws Exception {
        try (var operator = TestOperator.start().serving(Worlds.of("cursor"));
                var network = new TcpProxy(operator.port());
                var gateway = TestGateway.start(home, "gw-0", operator.store(), network.port())) {
            soon().until(() -> operator.server().state().appliedByAll() == operator.version());
            network.swallow(true);
            soon().until(() -> operator.server().state().replicas().isEmpty());
            network.swallow(false);

            operator.publish(Worlds.of("late"));
            soon().until(() -> gateway.callAs("late") == 200);
        }
    }

    @Test
    void brokenConnectionsAreMadeAnew() throws Exception {
        try (var operator = TestOperator.start().serving(Worlds.of("cursor"));
                var network = new TcpProxy(operator.port());
                var gateway = TestGateway.start(home, "gw-0", operator.store(), network.port())) {
            for (int round = 0; round < 5; round++) {
                AccessConfig next = Worlds.of("cursor", "round-" + round);
                operator.publish(next);
                soon().until(() -> gateway.enforces(next));
                network.cut();
            }
        }
    }

    @Test
    void configurationThatIsTooOldByItsOwnWordRefusesEverythingUntilItIsConfirmed() throws Exception {
        var impatient = new McpGatewaySpec(null, null, null, null, null, null, new Staleness(Duration.ofSeconds(1)));
        try (var operator = TestOperator.start().serving(Worlds.of(impatient, "cursor"));
                var network = new TcpProxy(operator.port());
                var gateway = TestGateway.start(home, "gw-0", operator.store(), network.port())) {
            soon().until(() -> gateway.callAs("cursor") == 200);
            network.swallow(true);

            soon().until(() -> gateway.callAs("cursor") == 503);
            assertThat(gateway.get("/readyz")).isEqualTo(503);
            network.swallow(false);
            network.cut();
            soon().until(() -> gateway.callAs("cursor") == 200);
        }
    }

    @Test
    void gatewayThatDoesNotReadDelaysNobodyAndIsCutOff() throws Exception {
        AccessConfig crowd = Worlds.crowd(30_000);
        try (var operator = TestOperator.start().serving(crowd);
                var stuck =
                        RawPeer.connect(operator.port(), TestOperator.identity(operator.store(), LinkRole.GATEWAY))) {
            stuck.ask("GET /v1/link?protocol=1&name=stuck&software=1");
            try (var gateway = TestGateway.start(home, "gw-0", operator.store(), operator.port())) {
                soon().until(() -> gateway.enforces(crowd));
                long start = System.nanoTime();
                AccessConfig next = Worlds.crowd(30_001);
                operator.publish(next);
                await().atMost(Duration.ofSeconds(10))
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> gateway.enforces(next));
                System.out.printf("change beside a stuck gateway: %d ms%n", (System.nanoTime() - start) / 1_000_000);
                soon().until(() -> operator.server().state().appliedByAll() == operator.version());
            }
            assertThat(endOf(stuck)).isTrue();
        }
    }

    @Test
    void gatewayThatNeverAcknowledgesIsCutOff() throws Exception {
        try (var operator = TestOperator.start().serving(Worlds.of("cursor"));
                var mute =
                        RawPeer.connect(operator.port(), TestOperator.identity(operator.store(), LinkRole.GATEWAY))) {
            mute.ask("GET /v1/link?protocol=1&name=mute&software=1").readUntil("\"entry\":\"end\"");
            long start = System.nanoTime();

            assertThat(endOf(mute)).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
            assertThat(operator.server().state().replicas()).isEmpty();
        }
    }

    @Test
    void gatewayThatDialsAgainTakesTheOlderPlace() throws Exception {
        try (var operator = TestOperator.start().serving(Worlds.of("cursor"));
                var older =
                        RawPeer.connect(operator.port(), TestOperator.identity(operator.store(), LinkRole.GATEWAY))) {
            older.ask("GET /v1/link?protocol=1&name=gw-0&software=1").readUntil("\"entry\":\"end\"");
            try (var _ = TestGateway.start(home, "gw-0", operator.store(), operator.port())) {
                soon().until(() -> operator.server().state().appliedByAll() == operator.version());
                assertThat(endOf(older)).isTrue();
                assertThat(operator.server().state().replicas())
                        .extracting(Replica::name)
                        .isEqualTo(List.of("gw-0"));
            }
        }
    }

    private static boolean endOf(RawPeer peer) {
        byte[] some = new byte[64 << 10];
        try {
            int length = peer.in().read(some);
            while (length >= 0) {
                length = peer.in().read(some);
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
