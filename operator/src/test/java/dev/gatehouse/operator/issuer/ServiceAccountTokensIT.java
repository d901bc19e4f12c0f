package dev.gatehouse.operator.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.access.AccessStore;
import dev.gatehouse.gateway.access.Authentication;
import dev.gatehouse.gateway.access.Authentication.Authenticated;
import dev.gatehouse.gateway.access.Authentication.Refused;
import dev.gatehouse.gateway.access.Authentication.Why;
import dev.gatehouse.gateway.access.Authenticator;
import dev.gatehouse.gateway.access.Plane;
import dev.gatehouse.model.access.TrustedIssuer;
import dev.gatehouse.model.manifest.ManifestReader;
import dev.gatehouse.model.manifest.ManifestSet;
import dev.gatehouse.model.translate.Environment;
import dev.gatehouse.model.translate.Translator;
import dev.gatehouse.testbed.ApiServerExtension;
import dev.gatehouse.testbed.TestApiServer;
import dev.gatehouse.testbed.TestNamespace;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tokens that a real API server signs, judged by a real gateway's authenticator with what the operator reads there. */
@ExtendWith(ApiServerExtension.class)
class ServiceAccountTokensIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long TEN_MINUTES = 600;

    private final TestApiServer server;
    private final TestNamespace namespace;
    private final AccessStore store = new AccessStore(Clock.systemUTC());
    private final Authenticator authenticator = new Authenticator(Clock.systemUTC());

    ServiceAccountTokensIT(TestApiServer server, TestNamespace namespace) {
        this.server = server;
        this.namespace = namespace;
    }

    @Test
    void tokenForGatehouseAuthenticatesTheClientThatNamesTheServiceAccount() {
        prepare("agent");
        String token = token("agent", "gatehouse");

        assertThat(ask(token)).isInstanceOfSatisfying(Authenticated.class, known -> {
            assertThat(known.credential().principal().key()).hasToString("client/" + namespace.name() + "/caller");
            assertThat(known.credential().token().name()).isEqualTo("serviceaccount/agent");
            assertThat(known.credential().token().expiresAt())
                    .isBetween(
                            Instant.now().plusSeconds(TEN_MINUTES - 60),
                            Instant.now().plusSeconds(TEN_MINUTES + 31));
        });
    }

    @Test
    void tokenForSomebodyElseIsRefused() {
        prepare("agent");

        assertThat(ask(token("agent", "vault"))).isEqualTo(new Refused(Why.WRONG_AUDIENCE));
        assertThat(ask(token("agent"))).as("for the API server").isEqualTo(new Refused(Why.WRONG_AUDIENCE));
        assertThat(ask(token("agent", "vault", "gatehouse"))).as("for both").isInstanceOf(Authenticated.class);
    }

    @Test
    void tokenOfAnotherServiceAccountIsRefused() {
        prepare("agent");
        create(namespace, "other");

        assertThat(ask(token("other", "gatehouse"))).isEqualTo(new Refused(Why.UNKNOWN_SERVICE_ACCOUNT));
    }

    @Test
    void tokenOfANamesakeInAnotherNamespaceIsRefused() {
        prepare("agent");
        TestNamespace elsewhere = server.freshNamespace("elsewhere");
        create(elsewhere, "agent");

        assertThat(ask(token(elsewhere, "agent", "gatehouse"))).isEqualTo(new Refused(Why.UNKNOWN_SERVICE_ACCOUNT));
    }

    @Test
    void tokenThatWasTamperedWithIsRefused() {
        prepare("agent");
        create(namespace, "admin");
        String agent = token("agent", "gatehouse");
        String admin = token("admin", "gatehouse");

        assertThat(ask(admin.substring(0, admin.lastIndexOf('.')) + agent.substring(agent.lastIndexOf('.'))))
                .isEqualTo(new Refused(Why.BAD_SIGNATURE));
    }

    @Test
    void clientThatLosesTheServiceAccountRefusesItsToken() {
        prepare("agent");
        String token = token("agent", "gatehouse");
        assertThat(ask(token)).isInstanceOf(Authenticated.class);

        enforce("another");

        assertThat(ask(token)).isEqualTo(new Refused(Why.UNKNOWN_SERVICE_ACCOUNT));
    }

    @Test
    void everyServiceAccountMayReadTheIssuerAndStrangersMayNot() {
        TrustedIssuer expected = new IssuerDiscovery(server.client()::raw).read();
        try (KubernetesClient account = server.clientOf("system:serviceaccount:x:operator", "system:serviceaccounts");
                KubernetesClient stranger = server.clientOf("stranger", "system:authenticated")) {
            assertThat(new IssuerDiscovery(account::raw).read()).isEqualTo(expected);
            assertThatThrownBy(() -> new IssuerDiscovery(stranger::raw).read())
                    .isInstanceOf(KubernetesClientException.class);
        }
    }

    private void prepare(String account) {
        create(namespace, account);
        enforce(account);
        var heard = new CopyOnWriteArrayList<TrustedIssuer>();
        try (IssuerWatch _ = IssuerWatch.start(new IssuerDiscovery(server.client()::raw), heard::add)) {
            await().atMost(PATIENCE).until(() -> heard.size() == 1);
        }
        store.trust(heard.getFirst());
    }

    private void enforce(String account) {
        var manifest = new ManifestReader(name -> null).read("caller.yaml", """
                apiVersion: gatehouse.dev/v1alpha1
                kind: McpClient
                metadata: {name: caller, namespace: %s}
                spec: {serviceAccounts: [{name: %s}]}
                """.formatted(namespace.name(), account));
        store.publish(new Translator(Environment.CLUSTER)
                .translate(ManifestSet.of(List.of(manifest)).world(Map.of()))
                .config());
    }

    private Authentication ask(String token) {
        AccessSnapshot snapshot = Objects.requireNonNull(store.current());
        return authenticator.authenticate(snapshot, "Bearer " + token, Plane.MCP);
    }

    private void create(TestNamespace where, String account) {
        server.client()
                .resource(new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withNamespace(where.name())
                        .withName(account)
                        .endMetadata()
                        .build())
                .create();
    }

    private String token(String account, String... audiences) {
        return token(namespace, account, audiences);
    }

    private String token(TestNamespace where, String account, String... audiences) {
        TokenRequest request = new TokenRequestBuilder()
                .withNewSpec()
                .withAudiences(audiences)
                .withExpirationSeconds(TEN_MINUTES)
                .endSpec()
                .build();
        return server.client()
                .serviceAccounts()
                .inNamespace(where.name())
                .withName(account)
                .tokenRequest(request)
                .getStatus()
                .getToken();
    }
}
