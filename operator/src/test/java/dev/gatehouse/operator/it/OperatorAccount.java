package dev.gatehouse.operator.it;

import dev.gatehouse.operator.chart.Chart;
import dev.gatehouse.testbed.AuditedRequest;
import dev.gatehouse.testbed.TestApiServer;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** A ServiceAccount for an operator, whose requests the API server therefore records. */
record OperatorAccount(TestApiServer server, String namespace, String name) {

    /** The one that the chart makes. */
    static OperatorAccount ofChart(TestApiServer server, String namespace) {
        return new OperatorAccount(server, namespace, Chart.RELEASE + "-operator");
    }

    /** Makes one that may do everything: what it does is of interest, not whether it may. */
    static OperatorAccount administrator(TestApiServer server, String namespace, String name) {
        server.client()
                .serviceAccounts()
                .inNamespace(namespace)
                .resource(new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .build())
                .create();
        server.client()
                .resource(new ClusterRoleBindingBuilder()
                        .withNewMetadata()
                        .withName(namespace + "-" + name)
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "cluster-admin")
                        .addNewSubject("", "ServiceAccount", name, namespace)
                        .build())
                .create();
        return new OperatorAccount(server, namespace, name);
    }

    /** Authenticates by its token and by nothing else. */
    Config config() throws IOException {
        String token = server.client()
                .serviceAccounts()
                .inNamespace(namespace)
                .withName(name)
                .tokenRequest(new TokenRequestBuilder().withNewSpec().endSpec().build())
                .getStatus()
                .getToken();
        return new ConfigBuilder(Config.fromKubeconfig(Files.readString(server.kubeconfig())))
                .withClientCertData(null)
                .withClientCertFile(null)
                .withClientKeyData(null)
                .withClientKeyFile(null)
                .withOauthToken(token)
                .build();
    }

    /** Everything that it has asked for. */
    List<AuditedRequest> requests() {
        return server.audit().requestsOf("system:serviceaccount:" + namespace + ":" + name);
    }
}
