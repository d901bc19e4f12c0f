package dev.gatehouse.operator.it;

import static dev.gatehouse.operator.it.Cluster.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testbed.ApiServerExtension;
import dev.gatehouse.testbed.TestApiServer;
import dev.gatehouse.testbed.TestNamespace;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A change of any object changes what both gateways decide. */
@ExtendWith(ApiServerExtension.class)
class DecisionsFollowTheClusterIT {

    private static final String TOKEN = "first-0123456789abcdef";
    private static final String OBJECTS = """
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpServer
            metadata: {name: github}
            spec: {url: "http://127.0.0.1:9/mcp"}
            ---
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpAllowList
            metadata: {name: read-only}
            spec: {rules: [{server: github, tools: ["get_*"]}]}
            ---
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpClient
            metadata: {name: cursor}
            spec:
              tokens: [{name: current, secretRef: {name: cursor-token}}]
              allow: [{server: github, tools: [search]}]
              allowListRefs: [{name: read-only}]
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: cursor-token, labels: {gatehouse.dev/secret: "true"}}
            stringData: {token: first-0123456789abcdef}
            """;

    private final TestNamespace team;
    private final Cluster cluster;
    private List<LinkedGateway> gateways = List.of();

    DecisionsFollowTheClusterIT(TestApiServer server, TestNamespace team) {
        this.team = team;
        this.cluster = Cluster.of(server, team);
    }

    @BeforeEach
    void start() throws Exception {
        team.apply(OBJECTS);
        cluster.startOperator(0);
        gateways = List.of(cluster.startGateway("one"), cluster.startGateway("two"));
        eventually(gateway -> gateway.admits(TOKEN));
        soon().untilAsserted(() ->
                assertThat(Statuses.ready(team, "McpClient", "cursor")).isEqualTo("True Ready"));
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void clientAndAllowListGrantTogether() {
        for (LinkedGateway gateway : gateways) {
            assertThat(gateway.allows(team.name(), "cursor", "github", "search"))
                    .isTrue();
            assertThat(gateway.allows(team.name(), "cursor", "github", "get_issue"))
                    .isTrue();
            assertThat(gateway.allows(team.name(), "cursor", "github", "delete_repo"))
                    .isFalse();
        }
    }

    @Test
    void changedSecretRefusesTheOldValueAndAcceptsTheNewOne() {
        team.apply("""
                apiVersion: v1
                kind: Secret
                metadata: {name: cursor-token, labels: {gatehouse.dev/secret: "true"}}
                stringData: {token: second-0123456789abcdef}
                """);

        eventually(gateway -> gateway.admits("second-0123456789abcdef") && !gateway.admits(TOKEN));
    }

    @Test
    void deletedSecretStopsItsTokenAndSaysSo() {
        team.server()
                .client()
                .secrets()
                .inNamespace(team.name())
                .withName("cursor-token")
                .delete();

        eventually(gateway -> !gateway.admits(TOKEN));
        soon().untilAsserted(() -> assertThat(Statuses.condition(team, "McpClient", "cursor", "ResolvedRefs"))
                .isEqualTo("False SecretNotFound"));
        assertThat(Statuses.tokens(team, "cursor"))
                .singleElement()
                .satisfies(token -> assertThat(token).containsEntry("state", "Missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"data: {token: \"\"}", "data: {another: c29tZXRoaW5n}", "data: {}"})
    void secretWithoutAValueUnderItsKeyStopsItsTokenAndSaysSo(String data) {
        team.server()
                .client()
                .secrets()
                .inNamespace(team.name())
                .withName("cursor-token")
                .delete();
        team.apply("""
                apiVersion: v1
                kind: Secret
                metadata: {name: cursor-token, labels: {gatehouse.dev/secret: "true"}}
                %s
                """.formatted(data));

        eventually(gateway -> !gateway.admits(TOKEN));
        soon().untilAsserted(() -> assertThat(Statuses.condition(team, "McpClient", "cursor", "ResolvedRefs"))
                .isEqualTo("False SecretKeyNotFound"));
    }

    @Test
    void suspendedClientIsRefusedAndCountsAsReady() {
        team.apply(OBJECTS.replace("allow: [", "suspend: true\n  allow: ["));

        eventually(gateway -> !gateway.admits(TOKEN));
        soon().untilAsserted(() ->
                assertThat(Statuses.ready(team, "McpClient", "cursor")).isEqualTo("True Suspended"));
    }

    @Test
    void deletedClientIsRefused() {
        team.server()
                .client()
                .genericKubernetesResources("gatehouse.dev/v1alpha1", "McpClient")
                .inNamespace(team.name())
                .withName("cursor")
                .delete();

        eventually(gateway -> !gateway.admits(TOKEN));
    }

    @Test
    void narrowedAllowListNarrowsTheClient() {
        team.apply(OBJECTS.replace("get_*", "list_*"));

        eventually(gateway -> !gateway.allows(team.name(), "cursor", "github", "get_issue")
                && gateway.allows(team.name(), "cursor", "github", "list_issues"));
    }

    @Test
    void deletedAllowListTakesItsGrantsAlong() {
        team.server()
                .client()
                .genericKubernetesResources("gatehouse.dev/v1alpha1", "McpAllowList")
                .inNamespace(team.name())
                .withName("read-only")
                .delete();

        eventually(gateway -> !gateway.allows(team.name(), "cursor", "github", "get_issue")
                && gateway.allows(team.name(), "cursor", "github", "search"));
        soon().untilAsserted(() ->
                assertThat(Statuses.ready(team, "McpClient", "cursor")).isEqualTo("False AllowListNotFound"));
    }

    @Test
    void suspendedServerIsNoLongerServed() {
        team.apply(OBJECTS.replace("spec: {url:", "spec: {suspend: true, url:"));

        eventually(gateway -> !gateway.allows(team.name(), "cursor", "github", "search"));
    }

    @Test
    void invalidObjectIsRefusedAndEverythingElseServed() {
        team.apply("""
                apiVersion: gatehouse.dev/v1alpha1
                kind: McpClient
                metadata: {name: weak}
                spec: {tokens: [{name: short, secretRef: {name: short}}]}
                ---
                apiVersion: v1
                kind: Secret
                metadata: {name: short, labels: {gatehouse.dev/secret: "true"}}
                stringData: {token: short}
                """);

        soon().untilAsserted(() ->
                assertThat(Statuses.ready(team, "McpClient", "weak")).isEqualTo("False TokenTooWeak"));
        assertThat(gateways).allMatch(gateway -> gateway.admits(TOKEN) && !gateway.admits("short"));
    }

    @Test
    void sameTokenInTwoClientsIsRefusedInBoth() {
        team.apply("""
                apiVersion: gatehouse.dev/v1alpha1
                kind: McpClient
                metadata: {name: copycat}
                spec: {tokens: [{name: copied, secretRef: {name: cursor-token}}]}
                """);

        eventually(gateway -> !gateway.admits(TOKEN));
        for (String client : List.of("cursor", "copycat")) {
            soon().untilAsserted(() ->
                    assertThat(Statuses.ready(team, "McpClient", client)).isEqualTo("False DuplicateToken"));
        }
    }

    private void eventually(Predicate<LinkedGateway> condition) {
        soon().until(() -> gateways.stream().allMatch(condition));
    }
}
