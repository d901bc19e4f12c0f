package dev.gatehouse.operator.it;

import static dev.gatehouse.operator.it.Cluster.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.operator.chart.Chart;
import dev.gatehouse.operator.chart.Grant;
import dev.gatehouse.operator.chart.Helm;
import dev.gatehouse.testbed.ApiServerExtension;
import dev.gatehouse.testbed.AuditedRequest;
import dev.gatehouse.testbed.TestApiServer;
import dev.gatehouse.testbed.TestNamespace;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The operator, with the roles of the chart and nothing else, does all that it is for; and it uses all that they grant. The
 * API server's own audit log is the witness.
 */
@ExtendWith(ApiServerExtension.class)
class ChartRbacIT {

    private static final String OBJECTS = """
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpServer
            metadata: {name: NAME}
            spec: {url: "http://127.0.0.1:9/mcp"}
            ---
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpAllowList
            metadata: {name: missing}
            spec: {rules: [{server: nowhere}]}
            ---
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpClient
            metadata: {name: cursor}
            spec:
              tokens: [{name: current, secretRef: {name: cursor-token}}]
              allow: [{server: NAME, tools: [search]}]
            ---
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpUser
            metadata: {name: ada}
            spec: {tokens: [{name: laptop, secretRef: {name: ada-token}}]}
            ---
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpClient
            metadata: {name: agent}
            spec: {issue: {secretName: agent-token}}
            ---
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpClient
            metadata: {name: unlabelled}
            spec: {tokens: [{name: current, secretRef: {name: unlabelled-token}}]}
            ---
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpGateway
            metadata: {name: main}
            spec: {}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: cursor-token, labels: {gatehouse.dev/secret: "true"}}
            stringData: {token: cursor-NAME-0123456789abcdef}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: ada-token, labels: {gatehouse.dev/secret: "true"}}
            stringData: {token: ada-NAME-0123456789abcdef}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: unlabelled-token}
            stringData: {token: unlabelled-NAME-0123456789abcdef}
            """;

    /** Asked once, as an operator with a list of namespaces may hold this right or not. */
    private static final String LABELS_OF_NAMESPACES = "list namespaces";

    private final String name = "s" + UUID.randomUUID().toString().substring(0, 8);
    private final TestApiServer server;
    private final TestNamespace team;
    private final Chart chart;
    private Cluster cluster;

    ChartRbacIT(TestApiServer server, TestNamespace team) {
        this.server = server;
        this.team = team;
        this.chart = new Chart(Helm.found().on(server.kubeconfig()));
        this.cluster = Cluster.of(server, team);
    }

    @AfterEach
    void stop() {
        cluster.close();
        chart.uninstall(cluster.systemNamespace());
    }

    @Test
    void rolesForTheWholeClusterSufficeAndAreAllUsed() throws Exception {
        cluster = Cluster.ofAllNamespaces(server);
        chart.install(cluster.systemNamespace(), "gateway.allowPlainHttp=true", "crds.install=false");

        driveEverything();

        assertThat(refused()).isEmpty();
        soon().untilAsserted(() -> assertThat(unused()).isEmpty());
    }

    @Test
    void rolesForSomeNamespacesSufficeAndAreAllUsed() throws Exception {
        chart.install(
                cluster.systemNamespace(),
                "gateway.allowPlainHttp=true",
                "crds.install=false",
                "namespaces={" + team.name() + "}");

        driveEverything();

        assertThat(refused()).containsOnly(LABELS_OF_NAMESPACES);
        soon().untilAsserted(() -> assertThat(unused()).isEmpty());
    }

    /**
     * Start, translation, certificates and keys, link, lease, statuses of every kind, issued tokens, events, and the keys of
     * ServiceAccount tokens.
     */
    private void driveEverything() throws Exception {
        spoilSessionKeys();
        team.apply(OBJECTS.replace("NAME", name));
        cluster.startOperator(0, account().config());
        LinkedGateway gateway = cluster.startGateway("one");
        soon().until(() -> gateway.admits("cursor-" + name + "-0123456789abcdef"));
        soon().untilAsserted(() -> {
            assertThat(Statuses.ready(team, "McpClient", "cursor")).isEqualTo("True Ready");
            assertThat(Statuses.ready(team, "McpClient", "agent")).isEqualTo("True Ready");
            assertThat(Statuses.ready(team, "McpClient", "unlabelled")).isEqualTo("False SecretUnlabelled");
            assertThat(Statuses.ready(team, "McpUser", "ada")).isEqualTo("True Ready");
            assertThat(Statuses.ready(team, "McpServer", name)).isEqualTo("True Ready");
            assertThat(Statuses.ready(team, "McpAllowList", "missing")).isEqualTo("False ServerNotFound");
        });
        soon().untilAsserted(() -> assertThat(Statuses.tokens(team, "agent"))
                .anySatisfy(token -> assertThat(token).containsEntry("state", "Active")));
        soon().untilAsserted(() -> assertThat(requests())
                .filteredOn(request -> request.code() == HttpURLConnection.HTTP_OK)
                .extracting(AuditedRequest::uri)
                .contains("/.well-known/openid-configuration", "/openid/v1/jwks"));
    }

    /** So that there is something to write over. */
    private void spoilSessionKeys() {
        server.client()
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withNamespace(cluster.systemNamespace())
                        .withName("gatehouse-session-keys")
                        .endMetadata()
                        .withStringData(Map.of("keys", "none"))
                        .build())
                .create();
    }

    private OperatorAccount account() {
        return OperatorAccount.ofChart(server, cluster.systemNamespace());
    }

    private List<AuditedRequest> requests() {
        return account().requests();
    }

    private List<String> refused() {
        return requests().stream()
                .filter(request -> request.code() == HttpURLConnection.HTTP_FORBIDDEN
                        || request.code() == HttpURLConnection.HTTP_UNAUTHORIZED)
                .map(request -> request.verb() + " " + request.resource())
                .distinct()
                .toList();
    }

    private List<Grant> unused() {
        List<AuditedRequest> requests = requests();
        return Grant.of(chart.installed(cluster.systemNamespace()), cluster.systemNamespace()).stream()
                .filter(grant -> requests.stream().noneMatch(grant::covers))
                .toList();
    }
}
