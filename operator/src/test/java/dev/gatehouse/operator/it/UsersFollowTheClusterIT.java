package dev.gatehouse.operator.it;

import static dev.gatehouse.operator.it.Cluster.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testbed.ApiServerExtension;
import dev.gatehouse.testbed.TestApiServer;
import dev.gatehouse.testbed.TestNamespace;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A change of a user, or of its Secret, changes whom the management API of both gateways knows. */
@ExtendWith(ApiServerExtension.class)
class UsersFollowTheClusterIT {

    private static final int KNOWN = 200;
    private static final int UNKNOWN = 401;
    private static final String TOKEN = "ada-0123456789abcdef";
    private static final String BYSTANDER = "uma-0123456789abcdef";
    private static final String ADA = """
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpUser
            metadata: {name: ada}
            spec:
              tokens: [{name: laptop, secretRef: {name: ada}}]
            """;

    private final TestNamespace team;
    private final Cluster cluster;
    private List<LinkedGateway> gateways = List.of();

    UsersFollowTheClusterIT(TestApiServer server, TestNamespace team) {
        this.team = team;
        this.cluster = Cluster.of(server, team);
    }

    @BeforeEach
    void start() throws Exception {
        team.apply(ADA + "---\n" + ADA.replace("name: ada", "name: uma"));
        team.apply(Samples.secret("ada", TOKEN) + "---\n" + Samples.secret("uma", BYSTANDER));
        cluster.startOperator(0);
        gateways = List.of(cluster.startGateway("one"), cluster.startGateway("two"));
        eventually(gateway ->
                gateway.caller().whoami(TOKEN) == KNOWN && gateway.caller().whoami(BYSTANDER) == KNOWN);
    }

    @AfterEach
    void stop() {
        try {
            assertThat(gateways)
                    .as("another user")
                    .allMatch(gateway -> gateway.caller().whoami(BYSTANDER) == KNOWN);
        } finally {
            cluster.close();
        }
    }

    @Test
    void suspendedUserIsUnknownUntilItIsResumed() {
        team.apply(ADA + "  suspend: true\n");

        eventually(gateway -> gateway.caller().whoami(TOKEN) == UNKNOWN);
        soon().untilAsserted(
                        () -> assertThat(Statuses.ready(team, "McpUser", "ada")).isEqualTo("True Suspended"));

        team.apply(ADA + "  suspend: false\n");

        eventually(gateway -> gateway.caller().whoami(TOKEN) == KNOWN);
    }

    @Test
    void deletedUserIsUnknown() {
        team.delete("McpUser", "ada");

        eventually(gateway -> gateway.caller().whoami(TOKEN) == UNKNOWN);
    }

    @Test
    void rotatedSecretRefusesTheOldValueAndAcceptsTheNewOne() {
        team.apply(Samples.secret("ada", "rotated-0123456789abcdef"));

        eventually(gateway -> gateway.caller().whoami(TOKEN) == UNKNOWN
                && gateway.caller().whoami("rotated-0123456789abcdef") == KNOWN);
    }

    @Test
    void deletedSecretStopsItsTokenAndSaysSo() {
        team.server()
                .client()
                .secrets()
                .inNamespace(team.name())
                .withName("ada")
                .delete();

        eventually(gateway -> gateway.caller().whoami(TOKEN) == UNKNOWN);
        soon().untilAsserted(
                        () -> assertThat(Statuses.ready(team, "McpUser", "ada")).isEqualTo("False SecretNotFound"));
    }

    @Test
    void sameTokenInAUserAndAClientIsRefusedInBothUntilItIsUniqueAgain() {
        team.apply(Samples.client("copycat", TOKEN));

        eventually(gateway -> gateway.caller().whoami(TOKEN) == UNKNOWN && !gateway.admits(TOKEN));
        soon().untilAsserted(() -> {
            assertThat(Statuses.ready(team, "McpUser", "ada")).isEqualTo("False DuplicateToken");
            assertThat(Statuses.ready(team, "McpClient", "copycat")).isEqualTo("False DuplicateToken");
        });

        team.delete("McpClient", "copycat");

        eventually(gateway -> gateway.caller().whoami(TOKEN) == KNOWN);
        soon().untilAsserted(
                        () -> assertThat(Statuses.ready(team, "McpUser", "ada")).isEqualTo("True Ready"));
    }

    private void eventually(Predicate<LinkedGateway> condition) {
        soon().until(() -> gateways.stream().allMatch(condition));
    }
}
