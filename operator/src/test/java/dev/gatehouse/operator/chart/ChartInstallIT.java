package dev.gatehouse.operator.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.testbed.TestApiServer;
import dev.gatehouse.testbed.TestNamespace;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A release, from its first day to its last, on an API server of its own that has never heard of Gatehouse. */
@TestInstance(Lifecycle.PER_CLASS)
class ChartInstallIT {

    private static final String[] VALUES = {"gateway.allowPlainHttp=true"};
    private static final String CRD = "mcpclients.gatehouse.dev";
    private static final String CLIENT = """
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpClient
            metadata: {name: cursor}
            spec: {tokens: [{name: laptop, sha256: bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb}]}
            """;

    private TestApiServer server;
    private TestNamespace namespace;
    private Chart chart;

    @BeforeAll
    void start() {
        Helm helm = Helm.found();
        server = TestApiServer.start();
        chart = new Chart(helm.on(server.kubeconfig()));
        namespace = server.freshNamespace("gatehouse-system");
        server.client().apiextensions().v1().customResourceDefinitions().delete();
        soon().until(() -> server.client()
                .apiextensions()
                .v1()
                .customResourceDefinitions()
                .list()
                .getItems()
                .isEmpty());
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void install() {
        chart.install(namespace.name(), VALUES);
    }

    @AfterEach
    void uninstall() {
        chart.uninstall(namespace.name());
    }

    @Test
    void installBringsTheKindsAndWhatServesThem() {
        soon().untilAsserted(() -> assertThat(namespace.apply(CLIENT)).hasSize(1));
        assertThat(deployment("operator").get().getSpec().getReplicas()).isEqualTo(2);
        assertThat(deployment("gateway").get()).isNotNull();
    }

    @Test
    void upgradeChangesWhatIsInstalled() {
        chart.upgrade(namespace.name(), "gateway.allowPlainHttp=true", "operator.replicas=3");

        assertThat(deployment("operator").get().getSpec().getReplicas()).isEqualTo(3);
    }

    @Test
    void notesPutTheSettingsOfTheGatewaysWhereTheOperatorReadsThem() {
        String team = server.freshNamespace("team").name();

        assertThat(chart.notes(namespace.name())).contains("{name: main, namespace: " + namespace.name() + "}");
        chart.upgrade(namespace.name(), "gateway.allowPlainHttp=true", "namespaces={" + team + "}");
        assertThat(chart.notes(namespace.name())).contains("{name: main, namespace: " + team + "}");
    }

    @Test
    void upgradeBringsTheCrdsUpToDate() {
        crd().edit(crd -> {
            crd.getSpec().getNames().setShortNames(List.of("outdated"));
            return crd;
        });

        chart.upgrade(namespace.name(), VALUES);

        assertThat(crd().get().getSpec().getNames().getShortNames()).doesNotContain("outdated");
    }

    @Test
    void uninstallLeavesTheCrdsAndEveryObject() {
        soon().untilAsserted(() -> assertThat(namespace.apply(CLIENT)).hasSize(1));

        chart.uninstall(namespace.name());

        assertThat(deployment("operator").get()).isNull();
        assertThat(crd().get()).isNotNull();
        assertThat(namespace.get("gatehouse.dev/v1alpha1", "McpClient", "cursor"))
                .isNotNull();
        install();
    }

    private Resource<CustomResourceDefinition> crd() {
        return client().apiextensions().v1().customResourceDefinitions().withName(CRD);
    }

    private Resource<Deployment> deployment(String component) {
        return client().apps().deployments().inNamespace(namespace.name()).withName("gatehouse-" + component);
    }

    private KubernetesClient client() {
        return server.client();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30)).ignoreExceptions();
    }
}
