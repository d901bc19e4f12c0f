package dev.gatehouse.operator.it;

import dev.gatehouse.operator.chart.Chart;
import dev.gatehouse.testbed.ApiRequest;
import dev.gatehouse.testbed.TestApiServer;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** The ServiceAccount that the chart makes for the operator. */
record ChartAccount(TestApiServer server, String namespace) {

    private static final String NAME = Chart.RELEASE + "-operator";

    /** Authenticates by its token and by nothing else. */
    Config config() throws IOException {
        String token = server.client()
                .serviceAccounts()
                .inNamespace(namespace)
                .withName(NAME)
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
    List<ApiRequest> requests() {
        return server.audit().requestsOf("system:serviceaccount:" + namespace + ":" + NAME);
    }
}
