package dev.gatehouse.operator.link;

import static dev.gatehouse.operator.link.LinkIT.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.access.AccessConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network that misbehaves for minutes, differently for each gateway. */
@Tag("long")
class LinkSoakIT {

    private static final int ROUNDS = 1_000;
    private static final long SEED = 20_261_128;

    @TempDir
    Path home;

    @Test
    void everyChangeReachesEveryGatewayThroughAnyNetwork() throws Exception {
        var random = new Random(SEED);
        try (var operator = TestOperator.start().serving(Worlds.of("stays", "round-0"));
                var near = new TcpProxy(operator.port());
                var far = new TcpProxy(operator.port());
                var first = TestGateway.start(home, "gw-0", operator.store(), near.port());
                var second = TestGateway.start(home, "gw-1", operator.store(), far.port())) {
            soon().until(() -> operator.server().state().replicas().size() == 2);
            for (int round = 1; round <= ROUNDS; round++) {
                AccessConfig next = Worlds.of("stays", "round-" + round);
                disturb(near, random);
                disturb(far, random);
                operator.publish(next);
                near.swallow(false);
                far.swallow(false);
                for (TestGateway gateway : List.of(first, second)) {
                    soon().until(() -> gateway.enforces(next));
                    assertThat(gateway.callAs("stays")).isEqualTo(200);
                    assertThat(gateway.callAs("round-" + round)).isEqualTo(200);
                    assertThat(gateway.callAs("round-" + (round - 1))).isEqualTo(401);
                }
            }
            soon().until(() -> operator.server().state().replicas().size() == 2
                    && operator.server().state().appliedByAll() == operator.version());
        }
    }

    private static void disturb(TcpProxy network, Random random) {
        network.swallow(random.nextBoolean());
        if (random.nextBoolean()) {
            network.cut();
        }
    }
}
