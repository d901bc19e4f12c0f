package dev.gatehouse.operator.it;

import static dev.gatehouse.operator.it.Cluster.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testbed.ApiServerExtension;
import dev.gatehouse.testbed.TestApiServer;
import dev.gatehouse.testbed.TestNamespace;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An operator with the rights of docs/operator.md in one namespace and its own, and no others. */
@ExtendWith(ApiServerExtension.class)
class LeastPrivilegeIT {

    private static final String WATCHED = """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata: {name: gatehouse-objects}
            rules:
              - apiGroups: [gatehouse.dev]
                resources: [mcpservers, mcpallowlists, mcpclients, mcpusers, mcpgateways]
                verbs: [get, list, watch]
              - apiGroups: [gatehouse.dev]
                resources: [mcpservers/status, mcpallowlists/status, mcpclients/status, mcpusers/status, mcpgateways/status]
                verbs: [patch]
              - apiGroups: [""]
                resources: [secrets]
                verbs: [get, list, watch, create, patch]
              - apiGroups: [events.k8s.io]
                resources: [events]
                verbs: [create]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: gatehouse-objects}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: gatehouse-objects}
            subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: USER}]
            """;

    private static final String OWN = """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata: {name: gatehouse-own, namespace: SYSTEM}
            rules:
              - {apiGroups: [coordination.k8s.io], resources: [leases], verbs: [create]}
              - apiGroups: [coordination.k8s.io]
                resources: [leases]
                resourceNames: [gatehouse-operator]
                verbs: [get, update]
              - {apiGroups: [""], resources: [secrets], verbs: [create]}
              - apiGroups: [""]
                resources: [secrets]
                resourceNames: [gatehouse-ca, gatehouse-operator-tls, gatehouse-gateway-tls, gatehouse-session-keys]
                verbs: [get, list, watch, update]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: gatehouse-own, namespace: SYSTEM}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: gatehouse-own}
            subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: USER}]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRoleBinding
            metadata: {name: USER}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: "system:service-account-issuer-discovery"}
            subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: USER}]
            """;

    private final TestApiServer server;
    private final TestNamespace team;
    private final Cluster cluster;

    LeastPrivilegeIT(TestApiServer server, TestNamespace team) {
        this.server = server;
        this.team = team;
        this.cluster = Cluster.of(server, team);
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void fewRightsAreEnoughForEverything() throws Exception {
        String user = "gatehouse-operator-of-" + team.name();
        team.apply(WATCHED.replace("USER", user));
        team.apply(OWN.replace("SYSTEM", cluster.systemNamespace()).replace("USER", user));
        team.apply(Samples.CLIENT_AND_SERVER);
        team.apply("""
                apiVersion: gatehouse.dev/v1alpha1
                kind: McpClient
                metadata: {name: agent}
                spec: {issue: {secretName: agent-token}, allow: [{server: "*"}]}
                """);
        Config config = new ConfigBuilder(Config.fromKubeconfig(Files.readString(server.kubeconfig())))
                .withImpersonateUsername(user)
                .build();

        cluster.startOperator(0, config);
        LinkedGateway gateway = cluster.startGateway("one");

        soon().until(() -> gateway.admits(Samples.TOKEN));
        for (String client : new String[] {"cursor", "agent"}) {
            soon().untilAsserted(() ->
                    assertThat(Statuses.ready(team, "McpClient", client)).isEqualTo("True Ready"));
        }
        soon().untilAsserted(() -> assertThat(Statuses.tokens(team, "agent"))
                .anySatisfy(token -> assertThat(token).containsEntry("state", "Active")));
        soon().until(() -> !server.client()
                .events()
                .v1()
                .events()
                .inNamespace(team.name())
                .list()
                .getItems()
                .isEmpty());
    }
}
