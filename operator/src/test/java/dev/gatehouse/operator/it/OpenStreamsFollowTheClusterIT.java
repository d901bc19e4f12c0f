package dev.gatehouse.operator.it;

import static dev.gatehouse.operator.it.Cluster.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testbed.ApiServerExtension;
import dev.gatehouse.testbed.TestApiServer;
import dev.gatehouse.testbed.TestNamespace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What is taken from a client in the cluster ends the streams that it holds open on both gateways, those of sessions and those
 * of {@code subscriptions/listen}, and nobody else's.
 */
@ExtendWith(ApiServerExtension.class)
class OpenStreamsFollowTheClusterIT {

    private static final String CURRENT = "current-0123456789abcdef";
    private static final String NEXT = "next-0123456789abcdef";
    private static final String BYSTANDER = "bystander-0123456789abcdef";

    private static final String SERVER = """
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpServer
            metadata: {name: github}
            spec: {url: "http://127.0.0.1:9/mcp"}
            ---
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpServer
            metadata: {name: jira}
            spec: {url: "http://127.0.0.1:9/mcp"}
            """;
    private static final String ALLOW_LIST = """
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpAllowList
            metadata: {name: read-only}
            spec: {rules: [{server: github, tools: ["get_*"]}]}
            """;
    private static final String CLIENT = """
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpClient
            metadata: {name: cursor}
            spec:
              tokens:
                - {name: current, secretRef: {name: current}}
                - {name: next, secretRef: {name: next}}
              allow: [{server: jira, tools: [search, close]}]
              allowListRefs: [{name: read-only}]
            """;
    private static final String REST = """
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpClient
            metadata: {name: bystander}
            spec:
              tokens: [{name: current, secretRef: {name: bystander}}]
              allow: [{server: github, tools: [push]}]
            """;

    private final TestNamespace team;
    private final Cluster cluster;
    private final List<OpenStream> bystanders = new ArrayList<>();
    private List<LinkedGateway> gateways = List.of();

    OpenStreamsFollowTheClusterIT(TestApiServer server, TestNamespace team) {
        this.team = team;
        this.cluster = Cluster.of(server, team);
    }

    @BeforeEach
    void start() throws Exception {
        team.apply(String.join("---\n", SERVER, ALLOW_LIST, CLIENT, REST));
        team.apply(String.join(
                "---\n",
                Samples.secret("current", CURRENT),
                Samples.secret("next", NEXT),
                Samples.secret("bystander", BYSTANDER)));
        cluster.startOperator(0);
        gateways = List.of(cluster.startGateway("one"), cluster.startGateway("two"));
        soon().until(() -> gateways.stream()
                .allMatch(gateway -> gateway.admits(CURRENT) && gateway.admits(NEXT) && gateway.admits(BYSTANDER)));
        bystanders.addAll(streamsOf(BYSTANDER));
    }

    @AfterEach
    void stop() {
        try {
            assertThat(bystanders).as("streams of another client").allMatch(OpenStream::isOpen);
        } finally {
            cluster.close();
        }
    }

    @Test
    void deletedClientLosesItsStreams() throws Exception {
        List<OpenStream> streams = streamsOf(CURRENT);

        team.delete("McpClient", "cursor");

        soon().untilAsserted(() -> assertThat(streams).noneMatch(OpenStream::isOpen));
        assertThat(gateways).noneMatch(gateway -> gateway.admits(CURRENT));
    }

    @Test
    void suspendedClientLosesItsStreams() throws Exception {
        List<OpenStream> streams = streamsOf(CURRENT);

        team.apply(CLIENT + "  suspend: true\n");

        soon().untilAsserted(() -> assertThat(streams).noneMatch(OpenStream::isOpen));
        assertThat(gateways).noneMatch(gateway -> gateway.admits(CURRENT));
    }

    @Test
    void rotatedSecretEndsTheStreamsOfItsOldValueAndNoOthers() throws Exception {
        List<OpenStream> streams = streamsOf(CURRENT);
        List<OpenStream> others = streamsOf(NEXT);

        team.apply(Samples.secret("current", "rotated-0123456789abcdef"));

        soon().untilAsserted(() -> assertThat(streams).noneMatch(OpenStream::isOpen));
        assertThat(others).allMatch(OpenStream::isOpen);
        assertThat(streamsOf("rotated-0123456789abcdef")).allMatch(OpenStream::isOpen);
    }

    @Test
    void deletedSecretEndsTheStreamsOfItsTokenAndNoOthers() throws Exception {
        List<OpenStream> streams = streamsOf(CURRENT);
        List<OpenStream> others = streamsOf(NEXT);

        team.server()
                .client()
                .secrets()
                .inNamespace(team.name())
                .withName("current")
                .delete();

        soon().untilAsserted(() -> assertThat(streams).noneMatch(OpenStream::isOpen));
        assertThat(others).allMatch(OpenStream::isOpen);
    }

    @Test
    void removedToolEndsTheStreamsThatWereOpenedWithIt() throws Exception {
        List<OpenStream> streams = streamsOf(CURRENT);

        team.apply(CLIENT.replace("[search, close]", "[search]"));

        soon().untilAsserted(() -> assertThat(streams).noneMatch(OpenStream::isOpen));
        assertThat(streamsOf(CURRENT)).as("streams with what is left").allMatch(OpenStream::isOpen);
    }

    @Test
    void deletedAllowListEndsTheStreamsThatWereOpenedWithIt() throws Exception {
        List<OpenStream> streams = streamsOf(CURRENT);

        team.delete("McpAllowList", "read-only");

        soon().untilAsserted(() -> assertThat(streams).noneMatch(OpenStream::isOpen));
    }

    @Test
    void deletedServerEndsTheStreamsThatWereOpenedWithIt() throws Exception {
        List<OpenStream> streams = streamsOf(CURRENT);

        team.delete("McpServer", "jira");

        soon().untilAsserted(() -> assertThat(streams).noneMatch(OpenStream::isOpen));
    }

    @Test
    void moreRightsAreToldOnTheStreamsThatAreOpen() throws Exception {
        List<OpenStream> streams = streamsOf(CURRENT);

        team.apply(CLIENT.replace("[search, close]", "[search, close, reopen]"));

        soon().untilAsserted(() -> assertThat(streams)
                .allSatisfy(stream -> assertThat(stream.text()).contains("notifications/tools/list_changed")));
        assertThat(streams).allMatch(OpenStream::isOpen);
    }

    /** On each gateway one of a session and one that listens. */
    private List<OpenStream> streamsOf(String token) throws Exception {
        var streams = new ArrayList<OpenStream>();
        for (LinkedGateway gateway : gateways) {
            streams.add(cluster.opened(gateway.caller().standingStream(token)));
            streams.add(cluster.opened(gateway.caller().listen(token)));
        }
        return streams;
    }
}
