package dev.gatehouse.operator.it;

import static dev.gatehouse.operator.it.Cluster.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testbed.ApiServerExtension;
import dev.gatehouse.testbed.TestApiServer;
import dev.gatehouse.testbed.TestNamespace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A Secret without the label is never read, and that is what the status says. */
@ExtendWith(ApiServerExtension.class)
class UnlabelledSecretsIT {

    private static final String UNLABELLED = """
            apiVersion: v1
            kind: Secret
            metadata: {name: cursor-token}
            stringData: {token: first-0123456789abcdef}
            """;

    private final TestNamespace team;
    private final Cluster cluster;

    UnlabelledSecretsIT(TestApiServer server, TestNamespace team) {
        this.team = team;
        this.cluster = Cluster.of(server, team);
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void missingLabelIsNamedAndAddingItIsEnough() throws Exception {
        team.apply(Samples.CLIENT_AND_SERVER.replace(
                "cursor-token, labels: {gatehouse.dev/secret: \"true\"}", "cursor-token"));
        cluster.startOperator(0);
        LinkedGateway gateway = cluster.startGateway("one");

        soon().untilAsserted(() ->
                assertThat(Statuses.ready(team, "McpClient", "cursor")).isEqualTo("False SecretUnlabelled"));
        assertThat(gateway.admits(Samples.TOKEN)).isFalse();

        team.apply(UNLABELLED.replace("cursor-token}", "cursor-token, labels: {gatehouse.dev/secret: \"true\"}}"));
        soon().until(() -> gateway.admits(Samples.TOKEN));
        soon().untilAsserted(() ->
                assertThat(Statuses.ready(team, "McpClient", "cursor")).isEqualTo("True Ready"));
    }

    @Test
    void unlabelledSecretIsNotTakenOverByAnIssuedToken() throws Exception {
        team.apply(UNLABELLED);
        team.apply("""
                apiVersion: gatehouse.dev/v1alpha1
                kind: McpClient
                metadata: {name: agent}
                spec: {issue: {secretName: cursor-token}}
                """);
        cluster.startOperator(0);
        LinkedGateway gateway = cluster.startGateway("one");

        soon().untilAsserted(() ->
                assertThat(Statuses.ready(team, "McpClient", "agent")).isEqualTo("False NameConflict"));
        assertThat(gateway.admits(Samples.TOKEN)).isFalse();
    }
}
