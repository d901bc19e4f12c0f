package dev.gatehouse.operator.it;

import static dev.gatehouse.operator.it.Cluster.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.examples.demo.DemoServer;
import dev.gatehouse.testbed.ApiServerExtension;
import dev.gatehouse.testbed.TestApiServer;
import dev.gatehouse.testbed.TestNamespace;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The keys that seal session ids turn, and no client notices but one whose session is older than a turn. */
@ExtendWith(ApiServerExtension.class)
class SessionKeysIT {

    private static final Duration TURN = Duration.ofSeconds(10);
    private static final String KEYS = "gatehouse-session-keys";
    private static final String ECHO = """
            {"name":"github__echo","arguments":{"text":"hello"}}""";

    private final TestNamespace team;
    private final Cluster cluster;
    private final DemoServer upstream = DemoServer.start(0);
    private LinkedGateway one;
    private LinkedGateway two;

    SessionKeysIT(TestApiServer server, TestNamespace team) {
        this.team = team;
        this.cluster = Cluster.of(server, team);
    }

    @BeforeEach
    void start() throws Exception {
        team.apply(Samples.CLIENT_AND_SERVER
                .replace("http://127.0.0.1:9/mcp", upstream.url().toString())
                .replace("search", "echo"));
        cluster.startOperator(0, TURN);
        one = cluster.startGateway("one");
        two = cluster.startGateway("two");
        soon().until(() -> one.admits(Samples.TOKEN) && two.admits(Samples.TOKEN));
    }

    @AfterEach
    void stop() {
        cluster.close();
        upstream.close();
    }

    @Test
    void sessionGoesOnAtAnotherGatewayAfterATurnAndEndsWithItsKey() {
        awaitTurn(keys());
        Map<String, String> sealedWith = keys();
        awaitWhatIsSaidAfterwards();
        try (McpSession session = McpSession.open(one, Samples.TOKEN)) {
            assertThat(session.ask(one, "tools/call", ECHO)).contains("hello");

            awaitTurn(sealedWith);
            assertThat(keys()).containsEntry("previous", sealedWith.get("current"));
            assertThat(session.ask(two, "tools/call", ECHO)).contains("hello");

            soon().until(() -> session.ask(two, "tools/call", ECHO).isEmpty());
            assertThat(keys()).doesNotContainValue(sealedWith.get("current"));
        }
        try (McpSession fresh = McpSession.open(one, Samples.TOKEN)) {
            assertThat(fresh.ask(two, "tools/call", ECHO)).contains("hello");
        }
    }

    /** Waits until the next key seals, so that the test knows how much time it has. */
    private void awaitTurn(Map<String, String> before) {
        soon().until(() -> !Objects.equals(keys().get("current"), before.get("current")));
        assertThat(keys().get("current")).isEqualTo(before.get("next"));
    }

    /** What changes now reaches gateways after the keys that are there now. */
    private void awaitWhatIsSaidAfterwards() {
        String token = "afterwards-0123456789abcdef";
        team.apply(Samples.client("afterwards", token));
        soon().until(() -> one.admits(token));
    }

    private Map<String, String> keys() {
        return cluster.ownSecret(KEYS);
    }
}
