package dev.gatehouse.operator.it;

import static dev.gatehouse.operator.it.Cluster.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.testbed.ApiServerExtension;
import dev.gatehouse.testbed.TestApiServer;
import dev.gatehouse.testbed.TestNamespace;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An operator that watches all namespaces, and with them their labels. */
@ExtendWith(ApiServerExtension.class)
class WholeClusterIT {

    private final TestNamespace team;
    private final TestNamespace platform;
    private final Cluster cluster;

    WholeClusterIT(TestApiServer server, TestNamespace team, TestNamespace platform) {
        this.team = team;
        this.platform = platform;
        this.cluster = Cluster.ofAllNamespaces(server);
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void labelOfANamespaceDecidesWhoMayGrantAServer() throws Exception {
        platform.apply("""
                apiVersion: gatehouse.dev/v1alpha1
                kind: McpServer
                metadata: {name: shared}
                spec:
                  url: "http://127.0.0.1:9/mcp"
                  exposeAs: shared-by-%s
                  allowedNamespaces: {from: Selector, selector: {matchLabels: {tier: trusted}}}
                """.formatted(platform.name()));
        team.apply("""
                apiVersion: gatehouse.dev/v1alpha1
                kind: McpClient
                metadata: {name: cursor}
                spec: {allow: [{server: shared, namespace: %s}]}
                """.formatted(platform.name()));
        cluster.startOperator(0);
        var gateways = List.of(cluster.startGateway("one"), cluster.startGateway("two"));
        var shared = new ServerId(platform.name(), "shared");
        soon().untilAsserted(() ->
                assertThat(Statuses.ready(team, "McpClient", "cursor")).isEqualTo("False RefNotPermitted"));
        assertThat(gateways).noneMatch(gateway -> gateway.allows(team.name(), "cursor", shared, "any"));

        label("trusted");
        soon().until(() -> gateways.stream().allMatch(g -> g.allows(team.name(), "cursor", shared, "any")));
        soon().untilAsserted(() ->
                assertThat(Statuses.ready(team, "McpClient", "cursor")).isEqualTo("True Ready"));

        label("other");
        soon().until(() -> gateways.stream().noneMatch(g -> g.allows(team.name(), "cursor", shared, "any")));
    }

    private void label(String tier) {
        team.server().client().namespaces().withName(team.name()).edit(namespace -> {
            namespace.getMetadata().getLabels().put("tier", tier);
            return namespace;
        });
    }
}
