package dev.gatehouse.operator.it;

import static dev.gatehouse.operator.it.Cluster.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.access.MintedToken;
import dev.gatehouse.testbed.ApiServerExtension;
import dev.gatehouse.testbed.TestApiServer;
import dev.gatehouse.testbed.TestNamespace;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tokens that the operator mints, as an agent sees them that reads its Secret. */
@ExtendWith(ApiServerExtension.class)
class IssuedTokensIT {

    private static final String CLIENT = """
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpClient
            metadata: {name: agent}
            spec: {issue: {secretName: agent-token%s}}
            """;

    private final TestNamespace team;
    private final Cluster cluster;
    private List<LinkedGateway> gateways = List.of();

    IssuedTokensIT(TestApiServer server, TestNamespace team) {
        this.team = team;
        this.cluster = Cluster.of(server, team);
    }

    @BeforeEach
    void start() throws Exception {
        cluster.startOperator(0);
        gateways = List.of(cluster.startGateway("one"), cluster.startGateway("two"));
        soon().until(() -> gateways.stream().allMatch(LinkedGateway::isReady));
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void tokenIsAcceptedByEveryGatewayFromTheMomentThatItCanBeRead() throws Exception {
        var refused = new CopyOnWriteArrayList<String>();
        var read = new CopyOnWriteArrayList<String>();
        try (Watch _ = watch(token -> {
            if (!gateways.stream().allMatch(gateway -> gateway.admits(token))) {
                refused.add(token);
            }
            read.addIfAbsent(token);
        })) {
            team.apply(CLIENT.formatted(", rotateEvery: 3s, overlap: 2s"));
            soon().until(() -> read.size() >= 3);
        }
        assertThat(refused).isEmpty();
        assertThat(read).allMatch(MintedToken::hasValidChecksum);
    }

    @Test
    void tokenBeforeIsRefusedWhenItsOverlapHasEnded() {
        team.apply(CLIENT.formatted(", rotateEvery: 3s, overlap: 1s"));
        soon().until(() -> token() != null);
        String first = String.valueOf(token());

        soon().until(() -> !first.equals(token()));
        assertThat(gateways).allMatch(gateway -> gateway.admits(first));
        soon().until(() -> gateways.stream().noneMatch(gateway -> gateway.admits(first)));
    }

    @Test
    void deletedSecretIsIssuedAnewAndItsTokenIsRevoked() {
        team.apply(CLIENT.formatted(""));
        soon().until(() -> token() != null);
        String first = String.valueOf(token());

        team.server()
                .client()
                .secrets()
                .inNamespace(team.name())
                .withName("agent-token")
                .delete();

        soon().until(() -> token() != null && !first.equals(token()));
        soon().until(() -> gateways.stream().noneMatch(gateway -> gateway.admits(first)));
        assertThat(gateways).allMatch(gateway -> gateway.admits(String.valueOf(token())));
        soon().untilAsserted(() -> assertThat(Statuses.tokens(team, "agent"))
                .singleElement()
                .satisfies(token ->
                        assertThat(token).containsEntry("name", "issued").containsEntry("state", "Active")));
    }

    @Test
    void secretOfSomebodyElseIsLeftAlone() {
        team.apply("""
                apiVersion: v1
                kind: Secret
                metadata: {name: agent-token, labels: {gatehouse.dev/secret: "true"}}
                stringData: {token: mine-0123456789abcdef}
                """);
        team.apply(CLIENT.formatted(""));

        soon().untilAsserted(() ->
                assertThat(Statuses.ready(team, "McpClient", "agent")).isEqualTo("False NameConflict"));
        assertThat(token()).isEqualTo("mine-0123456789abcdef");
        assertThat(gateways).noneMatch(gateway -> gateway.admits("mine-0123456789abcdef"));
    }

    private @Nullable String token() {
        Secret secret = team.server()
                .client()
                .secrets()
                .inNamespace(team.name())
                .withName("agent-token")
                .get();
        return secret == null ? null : tokenOf(secret);
    }

    private static @Nullable String tokenOf(Secret secret) {
        String encoded = secret.getData().get("token");
        return encoded == null ? null : new String(Base64.getDecoder().decode(encoded), StandardCharsets.US_ASCII);
    }

    private Watch watch(Consumer<String> tokens) {
        return team.server()
                .client()
                .secrets()
                .inNamespace(team.name())
                .withName("agent-token")
                .watch(new Watcher<>() {
                    @Override
                    public void eventReceived(Action action, Secret secret) {
                        String token = tokenOf(secret);
                        if (token != null) {
                            tokens.accept(token);
                        }
                    }

                    @Override
                    public void onClose(@Nullable WatcherException cause) {
                        assertThat(cause).isNull();
                    }
                });
    }
}
