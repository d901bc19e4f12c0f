package dev.gatehouse.operator.it;

import static dev.gatehouse.operator.it.Cluster.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testbed.ApiServerExtension;
import dev.gatehouse.testbed.TestApiServer;
import dev.gatehouse.testbed.TestNamespace;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is wrong with the cluster's objects, as users read it at a gateway. */
@ExtendWith(ApiServerExtension.class)
class FindingsIT {

    private static final String ADMIN = "admin-0123456789abcdef";
    private static final String STANDARD = "standard-0123456789abcdef";

    private static final String OBJECTS = """
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpUser
            metadata: {name: ada}
            spec: {role: Admin, tokens: [{name: laptop, secretRef: {name: ada}}], allow: [{server: "*"}]}
            ---
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpUser
            metadata: {name: bob}
            spec: {tokens: [{name: laptop, secretRef: {name: bob}}]}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: ada, labels: {gatehouse.dev/secret: "true"}}
            stringData: {token: admin-0123456789abcdef}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: bob, labels: {gatehouse.dev/secret: "true"}}
            stringData: {token: standard-0123456789abcdef}
            ---
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpClient
            metadata: {name: weak}
            spec: {tokens: [{name: current, secretRef: {name: weak}}]}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: weak, labels: {gatehouse.dev/secret: "true"}}
            stringData: {token: s3cr3t}
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final TestNamespace team;
    private final Cluster cluster;
    private List<LinkedGateway> gateways = List.of();

    FindingsIT(TestApiServer server, TestNamespace team) {
        this.team = team;
        this.cluster = Cluster.of(server, team);
    }

    @BeforeEach
    void start() throws Exception {
        team.apply(OBJECTS);
        cluster.startOperator(0);
        gateways = List.of(cluster.startGateway("one"), cluster.startGateway("two"));
    }

    @AfterEach
    void stop() {
        cluster.close();
        http.close();
    }

    @Test
    void adminReadsAtEveryGatewayWhatIsWrongWhereAndWhy() throws Exception {
        for (LinkedGateway gateway : gateways) {
            soon().untilAsserted(() -> assertThat(findings(gateway, ADMIN).body())
                    .contains("\"severity\":\"error\",\"kind\":\"McpClient\",\"namespace\":\"" + team.name()
                            + "\",\"name\":\"weak\",\"reason\":\"TokenTooWeak\",\"path\":\"spec.tokens[0]")
                    .contains("\"severity\":\"warning\",\"kind\":\"McpUser\"")
                    .doesNotContain("s3cr3t"));
        }
    }

    @Test
    void findingGoesWithItsMistake() throws Exception {
        LinkedGateway gateway = gateways.getFirst();
        soon().until(() -> findings(gateway, ADMIN).body().contains("TokenTooWeak"));

        team.apply(OBJECTS.replace("s3cr3t", "long-enough-0123456789abcdef"));

        soon().until(() -> findings(gateway, ADMIN).statusCode() == 200
                && !findings(gateway, ADMIN).body().contains("TokenTooWeak"));
    }

    @Test
    void standardUserReadsNone() throws Exception {
        LinkedGateway gateway = gateways.getFirst();
        soon().untilAsserted(() ->
                assertThat(findings(gateway, STANDARD).statusCode()).isEqualTo(403));
        assertThat(findings(gateway, STANDARD).body()).doesNotContain("weak");
    }

    private HttpResponse<String> findings(LinkedGateway gateway, String token) throws Exception {
        return http.send(
                HttpRequest.newBuilder(gateway.uri("/api/v1/findings"))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
    }
}
