package dev.gatehouse.operator.it;

import static dev.gatehouse.operator.it.Cluster.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.operator.chart.Chart;
import dev.gatehouse.operator.chart.Helm;
import dev.gatehouse.testbed.ApiServerExtension;
import dev.gatehouse.testbed.TestApiServer;
import dev.gatehouse.testbed.TestNamespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** With rights in some namespaces only, the operator cannot see the labels of any: it denies, and says so where it matters. */
@ExtendWith(ApiServerExtension.class)
class HiddenNamespacesIT {

    private static final String SERVER = """
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpServer
            metadata: {name: shared}
            spec:
              url: "http://127.0.0.1:9/mcp"
              exposeAs: KEY
              allowedNamespaces: {from: Selector, selector: {matchLabels: {LABEL: VALUE}}}
            """;

    private static final String CLIENT = """
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpClient
            metadata: {name: cursor}
            spec: {allow: [{server: shared, namespace: OWNER, tools: [search]}]}
            """;

    private final TestApiServer server;
    private final TestNamespace owner;
    private final TestNamespace guest;
    private final Chart chart;
    private final Cluster cluster;

    HiddenNamespacesIT(TestApiServer server, TestNamespace owner, TestNamespace guest) {
        this.server = server;
        this.owner = owner;
        this.guest = guest;
        this.chart = new Chart(Helm.found().on(server.kubeconfig()));
        this.cluster = Cluster.of(server, owner, guest);
    }

    @BeforeEach
    void install() throws Exception {
        chart.install(
                cluster.systemNamespace(),
                "gateway.allowPlainHttp=true",
                "crds.install=false",
                "namespaces={" + owner.name() + "," + guest.name() + "}");
        label("tier", "trusted");
        cluster.startOperator(
                0, OperatorAccount.ofChart(server, cluster.systemNamespace()).config());
        guest.apply(CLIENT.replace("OWNER", owner.name()));
    }

    @AfterEach
    void stop() {
        cluster.close();
        chart.uninstall(cluster.systemNamespace());
    }

    @Test
    void selectorOnALabelGrantsNothingAndTheServerSaysWhatToDo() throws Exception {
        owner.apply(serverFor("tier", "trusted"));
        LinkedGateway gateway = cluster.startGateway("one");

        soon().untilAsserted(() -> {
            assertThat(Statuses.ready(owner, "McpServer", "shared")).isEqualTo("True Ready");
            assertThat(Statuses.ready(guest, "McpClient", "cursor")).isEqualTo("False RefNotPermitted");
        });
        assertThat(warnings()).singleElement().asString().contains("kubernetes.io/metadata.name");
        assertThat(mayUse(gateway)).isFalse();
    }

    @Test
    void selectorOnTheNameOfANamespaceGrants() throws Exception {
        owner.apply(serverFor("kubernetes.io/metadata.name", guest.name()));
        LinkedGateway gateway = cluster.startGateway("one");

        soon().untilAsserted(() ->
                assertThat(Statuses.ready(guest, "McpClient", "cursor")).isEqualTo("True Ready"));
        assertThat(warnings()).isEmpty();
        assertThat(mayUse(gateway)).isTrue();
    }

    private boolean mayUse(LinkedGateway gateway) {
        return gateway.allows(guest.name(), "cursor", new ServerId(owner.name(), "shared"), "search");
    }

    private String serverFor(String label, String value) {
        return SERVER.replace("KEY", "key-" + owner.name())
                .replace("LABEL", label)
                .replace("VALUE", value);
    }

    private List<Object> warnings() {
        List<Object> warnings =
                owner.get("gatehouse.dev/v1alpha1", "McpServer", "shared").get("status", "warnings");
        return warnings == null ? List.of() : warnings;
    }

    private void label(String key, String value) {
        server.client()
                .namespaces()
                .withName(guest.name())
                .edit(namespace -> new NamespaceBuilder(namespace)
                        .editMetadata()
                        .addToLabels(Map.of(key, value))
                        .endMetadata()
                        .build());
    }
}
