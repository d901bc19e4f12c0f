package dev.gatehouse.operator.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.model.access.AccessConfig;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.PrincipalKind;
import dev.gatehouse.model.access.TrustedIssuer;
import dev.gatehouse.model.link.LinkRole;
import dev.gatehouse.model.link.ObjectFinding;
import dev.gatehouse.model.link.ObjectFindings;
import dev.gatehouse.model.link.TokenUse;
import dev.gatehouse.model.resource.Kind;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.SecretValue;
import dev.gatehouse.operator.fleet.FleetListener;
import dev.gatehouse.operator.fleet.FleetSecrets;
import dev.gatehouse.operator.pki.PkiPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.groups.Tuple;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkIT {

    @TempDir
    Path home;

    @Test
    void gatewayIsNotReadyAndRefusesEverythingBeforeTheFirstConfiguration() throws Exception {
        try (var operator = TestOperator.start();
                var gateway = TestGateway.start(home, "gw-0", operator.store(), operator.port())) {
            assertThat(gateway.get("/healthz")).isEqualTo(200);
            assertThat(gateway.get("/readyz")).isEqualTo(503);
            assertThat(gateway.callAs("cursor")).isEqualTo(503);

            operator.serving(Worlds.of("cursor"));
            soon().until(() -> gateway.get("/readyz") == 200);
            assertThat(gateway.callAs("cursor")).isEqualTo(200);
        }
    }

    @Test
    void everyReplicaIsListedWithWhatItEnforces() throws Exception {
        try (var operator = TestOperator.start().serving(Worlds.of("cursor"));
                var _ = TestGateway.start(home, "gw-0", operator.store(), operator.port());
                var _ = TestGateway.start(home, "gw-1", operator.store(), operator.port())) {
            soon().until(() -> operator.server().state().replicas().size() == 2);
            soon().until(() -> operator.server().state().appliedByAll() == operator.version());

            operator.publish(Worlds.of("cursor", "other"));
            soon().until(() -> operator.server().state().appliedByAll() == operator.version());
            assertThat(operator.server().state().replicas())
                    .extracting("name", "softwareVersion")
                    .containsExactly(Tuple.tuple("gw-0", "1.2.3"), Tuple.tuple("gw-1", "1.2.3"));
        }
    }

    @Test
    void publishedChangeDecidesRequests() throws Exception {
        try (var operator = TestOperator.start().serving(Worlds.of("cursor"));
                var gateway = TestGateway.start(home, "gw-0", operator.store(), operator.port())) {
            soon().until(() -> gateway.callAs("cursor") == 200);
            assertThat(gateway.callAs("late")).isEqualTo(401);

            operator.publish(Worlds.of("late"));
            soon().until(() -> gateway.callAs("late") == 200);
            assertThat(gateway.callAs("cursor")).isEqualTo(401);
        }
    }

    @Test
    void driftedGatewayGetsTheWholeAgain() throws Exception {
        try (var operator = TestOperator.start().serving(Worlds.of("cursor"));
                var gateway = TestGateway.start(home, "gw-0", operator.store(), operator.port())) {
            soon().until(() -> gateway.callAs("cursor") == 200);
            gateway.gateway().store().publish(Worlds.of("intruder"));

            AccessConfig next = Worlds.of("cursor", "late");
            operator.publish(next);
            soon().until(() -> gateway.enforces(next));
            soon().until(() -> operator.server().state().appliedByAll() == operator.version());
            assertThat(gateway.callAs("intruder")).isEqualTo(401);
        }
    }

    @Test
    void driftIsFoundWithoutAnyChange() throws Exception {
        AccessConfig config = Worlds.of("cursor");
        try (var operator = TestOperator.start().serving(config);
                var gateway = TestGateway.start(home, "gw-0", operator.store(), operator.port())) {
            soon().until(() -> operator.server().state().appliedByAll() == operator.version());
            gateway.gateway().store().publish(Worlds.of("intruder"));

            soon().until(() -> gateway.enforces(config));
        }
    }

    @Test
    void restartedOperatorFindsTheGatewayAgainWithoutALoss() throws Exception {
        AccessConfig config = Worlds.of("cursor");
        var first = TestOperator.start().serving(config);
        try (var gateway = TestGateway.start(home, "gw-0", first.store(), first.port())) {
            soon().until(() -> gateway.callAs("cursor") == 200);
            int port = first.port();
            first.close();
            assertThat(gateway.callAs("cursor")).isEqualTo(200);
            assertThat(gateway.get("/readyz")).isEqualTo(200);

            try (var second = restarted(first, port)) {
                second.serving(config);
                soon().until(() -> second.server().state().appliedByAll() == second.version());
                second.publish(Worlds.of("late"));
                soon().until(() -> gateway.callAs("late") == 200);
            }
        }
    }

    @Test
    void gatewayFollowsTheLeadFromOneOperatorToTheOther() throws Exception {
        AccessConfig config = Worlds.of("cursor");
        try (var first = TestOperator.start().serving(config);
                var second = restarted(first, 0);
                var gateway = TestGateway.start(home, "gw-0", first.store(), first.port(), second.port())) {
            soon().until(() -> gateway.enforces(config));
            first.server().standBy(Optional.of("127.0.0.1:" + second.port()));
            second.serving(config);

            soon().until(() -> second.server().state().appliedByAll() == second.version());
            assertThat(first.server().state().replicas()).isEmpty();
        }
    }

    @Test
    void sharedKeysCarrySessionsFromOneReplicaToTheOtherAndOverARotation() throws Exception {
        SecretValue old = SecretValue.of("o".repeat(32));
        SecretValue next = SecretValue.of("n".repeat(32));
        try (var operator = TestOperator.start();
                var one = TestGateway.start(home, "gw-0", operator.store(), operator.port());
                var other = TestGateway.start(home, "gw-1", operator.store(), operator.port())) {
            operator.server().share(new FleetSecrets(List.of(old), null));
            operator.serving(Worlds.of("cursor"));
            soon().until(() -> one.callAs("cursor") == 200 && other.callAs("cursor") == 200);
            String session = one.sessionOf("cursor");
            assertThat(other.pingAs("cursor", session)).isEqualTo(200);

            operator.server().share(new FleetSecrets(List.of(next, old), null));
            operator.publish(Worlds.of("cursor", "after-the-rotation"));
            soon().until(() -> other.callAs("after-the-rotation") == 200);
            assertThat(other.pingAs("cursor", session)).isEqualTo(200);

            operator.server().share(new FleetSecrets(List.of(next), null));
            soon().until(() -> other.pingAs("cursor", session) == 404);
        }
    }

    @Test
    void issuerOfServiceAccountTokensReachesTheGatewayAndIsWithdrawn() throws Exception {
        var issuer = new TrustedIssuer("https://issuer", TrustedIssuer.AUDIENCE, "{\"keys\":[]}");
        try (var operator = TestOperator.start();
                var gateway = TestGateway.start(home, "gw-0", operator.store(), operator.port())) {
            operator.server().share(new FleetSecrets(List.of(), issuer));
            operator.serving(Worlds.of("cursor"));
            soon().until(() -> issuer.equals(gateway.issuer()));

            operator.server().share(FleetSecrets.NONE);
            soon().until(() -> gateway.issuer() == null);
        }
    }

    @Test
    void findingsFollowTheConfigurationAndEachOtherAndMeetWhoComesLater() throws Exception {
        String ask = "GET /v1/link?protocol=1&name=raw&software=1";
        try (var operator = TestOperator.start().serving(Worlds.of("cursor"));
                var early =
                        RawPeer.connect(operator.port(), TestOperator.identity(operator.store(), LinkRole.GATEWAY))) {
            early.ask(ask);
            early.readUntil("\"frame\":\"whole\"");
            operator.server().tell(findings("Make the Secret."));
            assertThat(early.readUntil("Make the Secret.")).doesNotContain("\"frame\":\"whole\"");
            operator.server().tell(findings("Label the Secret."));
            early.readUntil("Label the Secret.");

            try (var late =
                    RawPeer.connect(operator.port(), TestOperator.identity(operator.store(), LinkRole.GATEWAY))) {
                assertThat(late.ask(ask.replace("raw", "late")).readUntil("Label the Secret."))
                        .contains("\"frame\":\"whole\"")
                        .doesNotContain("Make the Secret.");
            }
        }
    }

    @Test
    void useOfATokenIsReported() throws Exception {
        var uses = new CopyOnWriteArrayList<TokenUse>();
        try (var operator = TestOperator.start().serving(Worlds.of("cursor"));
                var gateway = TestGateway.start(home, "gw-0", operator.store(), operator.port())) {
            operator.server().subscribe(new FleetListener() {
                @Override
                public void tokensUsed(List<TokenUse> some) {
                    uses.addAll(some);
                }
            });
            soon().until(() -> gateway.callAs("cursor") == 200);

            soon().until(() -> !uses.isEmpty());
            assertThat(uses.getFirst().token()).isEqualTo("current");
            assertThat(uses.getFirst().principal())
                    .isEqualTo(new PrincipalKey(PrincipalKind.CLIENT, "team-a", "cursor"));
        }
    }

    @Test
    void hundredThousandClientsArriveWithinSeconds() throws Exception {
        AccessConfig crowd = Worlds.crowd(100_000);
        try (var operator = TestOperator.start().serving(crowd)) {
            long start = System.nanoTime();
            try (var gateway = TestGateway.start(home, "gw-0", operator.store(), operator.port())) {
                await().atMost(Duration.ofSeconds(60)).until(() -> gateway.enforces(crowd));
                System.out.printf(
                        "whole configuration of 100,000 clients: %d ms%n", (System.nanoTime() - start) / 1_000_000);
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> operator.server().state().appliedByAll() == operator.version());
            }
        }
    }

    private static ObjectFindings findings(String message) {
        var client = new ResourceKey(Kind.MCP_CLIENT, "team-a", "cursor");
        return ObjectFindings.of(List.of(new ObjectFinding(client, true, "SecretNotFound", "spec.tokens[0]", message)));
    }

    private static TestOperator restarted(TestOperator before, int port) throws Exception {
        return TestOperator.start(before.store(), PkiPolicy.forNames(Set.of("127.0.0.1")), port);
    }

    static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20));
    }
}
