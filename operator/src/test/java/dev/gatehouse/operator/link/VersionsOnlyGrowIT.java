package dev.gatehouse.operator.link;

import static dev.gatehouse.operator.link.LinkIT.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.model.access.AccessConfig;
import dev.gatehouse.model.link.LinkRole;
import dev.gatehouse.operator.fleet.FleetListener;
import dev.gatehouse.operator.fleet.Replica;
import dev.gatehouse.operator.pki.PkiPolicy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator whose versions are smaller than those of the one before it. */
class VersionsOnlyGrowIT {

    private static final AccessConfig OLD = Worlds.of("cursor");
    private static final AccessConfig NEW = Worlds.of("late");

    private final List<Long> outrun = new CopyOnWriteArrayList<>();

    @TempDir
    Path home;

    @Test
    void gatewayTakesNothingUntilSomethingGreaterIsPublished() throws Exception {
        var first = TestOperator.start().serving(OLD);
        try (var second = follower(first);
                var gateway = TestGateway.start(home, "gw-0", first.store(), first.port(), second.port())) {
            soon().until(() -> gateway.enforces(OLD));
            long seen = first.version();
            second.publish(NEW, seen - 3_600_000);
            second.server().serve();
            first.close();

            soon().until(() -> outrun.contains(seen));
            await().during(Duration.ofSeconds(1))
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> gateway.enforces(OLD)
                            && second.server().state().replicas().isEmpty());

            second.publish(NEW, seen + 1);
            soon().until(() -> gateway.enforces(NEW));
            soon().until(() -> second.server().state().appliedByAll() == seen + 1);
        }
    }

    @Test
    void gatewayThatDialsTheSameOperatorAgainNeedsNoNewVersion() throws Exception {
        try (var operator = TestOperator.start().serving(OLD)) {
            listen(operator);
            try (var link = new TcpProxy(operator.port());
                    var _ = TestGateway.start(home, "gw-0", operator.store(), link.port())) {
                soon().until(() -> operator.server().state().appliedByAll() == operator.version());
                Replica before = operator.server().state().replicas().getFirst();

                link.cut();

                soon().until(() -> operator.server().state().replicas().stream()
                        .anyMatch(now -> now.connectedSince().isAfter(before.connectedSince())
                                && now.appliedVersion() == before.appliedVersion()));
                assertThat(outrun).isEmpty();
            }
        }
    }

    @Test
    void gatewayThatHasSeenWhatNoClockCanHaveSaidIsNotBelieved() throws Exception {
        try (var operator = TestOperator.start().serving(OLD)) {
            listen(operator);
            long tooMuch = Clock.systemUTC().millis() + Duration.ofDays(370).toMillis();
            for (String lie : List.of("" + tooMuch, "9".repeat(18), "9".repeat(19), "-1", "1e9")) {
                try (var liar =
                        RawPeer.connect(operator.port(), TestOperator.identity(operator.store(), LinkRole.GATEWAY))) {
                    liar.ask("GET /v1/link?protocol=1&name=liar&software=1&seen=" + lie)
                            .readUntil("\"entry\":\"end\"");
                }
            }
            assertThat(outrun).isEmpty();
        }
    }

    private TestOperator follower(TestOperator first) throws Exception {
        return listen(TestOperator.start(first.store(), PkiPolicy.forNames(Set.of("127.0.0.1")), 0));
    }

    private TestOperator listen(TestOperator operator) {
        operator.server().subscribe(new FleetListener() {
            @Override
            public void outrun(long version) {
                outrun.add(version);
            }
        });
        return operator;
    }
}
