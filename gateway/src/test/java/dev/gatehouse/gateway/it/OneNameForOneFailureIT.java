package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.it.DeadServers.Dead;
import dev.gatehouse.gateway.testing.ApiCaller;
import dev.gatehouse.gateway.testing.GatewayFixture;
import dev.gatehouse.gateway.testing.LegacyClient;
import dev.gatehouse.gateway.testing.LogLines;
import dev.gatehouse.gateway.testing.RawRequest;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.Tokens;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A dead server has one name, whoever asks it for what, and by whichever of the gateway's two ways. */
class OneNameForOneFailureIT {

    private static final Duration SOON = Duration.ofMillis(10);

    @TempDir
    private static Path folder;

    private static LogLines log;
    private static DeadServers servers;
    private static GatewayFixture gateway;

    @BeforeAll
    static void open() throws Exception {
        log = LogLines.open();
        servers = new DeadServers(folder);
        gateway = GatewayFixture.start(servers::write);
    }

    @AfterAll
    static void close() throws Exception {
        gateway.close();
        servers.close();
        log.close();
    }

    @ParameterizedTest
    @EnumSource
    void aCall(Dead dead) {
        assertNamed(dead, dead.key("modern"), call(dead.key("modern")));
    }

    @ParameterizedTest
    @EnumSource
    void aList(Dead dead) {
        assertNamed(dead, dead.key("modern"), modern(dead.key("modern"), "tools/list", "{}"));
    }

    @ParameterizedTest
    @EnumSource
    void aDiscovery(Dead dead) {
        assertNamed(dead, dead.key("modern"), modern(dead.key("modern"), "server/discover", "{}"));
    }

    @ParameterizedTest
    @EnumSource
    void anInitialization(Dead dead) {
        String path = "/servers/" + dead.key("legacy") + "/mcp";

        assertNamed(dead, dead.key("legacy"), LegacyClient.initialize(path, Tokens.of("alice"), LegacyClient.VERSION));
    }

    @ParameterizedTest
    @EnumSource
    void findingOutWhichEraItSpeaks(Dead dead) {
        assertNamed(dead, dead.key("auto"), call(dead.key("auto")));
    }

    @ParameterizedTest
    @EnumSource
    void aCallThroughTheApi(Dead dead) {
        String server = dead.key("auto");
        int before = gateway.audit().events().size();

        RawResponse response = ApiCaller.of(gateway, "uma").invoke(server + "__open", "{}");

        assertThat(response.status()).isIn(502, 504);
        assertThat(reasonAfter(before, server)).isEqualTo(dead.cause());
    }

    @ParameterizedTest
    @EnumSource
    void theLogSaysItOnceForALifeAndNamesWhatToLookAt(Dead dead) {
        String lists = "The upstream's lists cannot be fetched";
        await().until(() -> !log.with(lists, dead.key("auto")).isEmpty());

        assertThat(log.with(lists, dead.key("auto")))
                .singleElement()
                .asString()
                .contains("reason=\"" + dead.cause() + "\"", "detail=\"", ": ");
    }

    @Test
    void theLogTellsWhatCame() {
        assertThat(log.with("web-page-auto", "it says text/html")).isNotEmpty();
        assertThat(log.with("busy-auto", "status 503")).isNotEmpty();
        assertThat(log.with("moved-auto", "status 307 to /mcp/)")).isNotEmpty();
        assertThat(log.with("secret")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 300_000, 11})
    void aServerBehindTlsThatIsTrustedIsServed(int size) {
        String arguments = "{'name': 'open', 'arguments': {'text': '" + "x".repeat(size) + "'}}";

        RawResponse response = gateway.raw().send(modern("sound", "tools/call", arguments));

        assertThat(response.answer().has("result")).as(response.visible()).isTrue();
    }

    private static RawRequest call(String server) {
        return modern(server, "tools/call", "{'name': 'open', 'arguments': {}}");
    }

    private static RawRequest modern(String server, String method, String params) {
        return gateway.modern("/servers/" + server + "/mcp", "alice").request(method, params);
    }

    private static void assertNamed(Dead dead, String server, RawRequest request) {
        int before = gateway.audit().events().size();

        RawResponse response = gateway.raw().send(request);

        assertThat(response.answer().at("/error/message").asText())
                .as(response.visible())
                .isEqualTo("The server is unavailable");
        assertThat(reasonAfter(before, server)).isEqualTo(dead.cause());
    }

    private static String reasonAfter(int before, String server) {
        await().pollInterval(SOON).until(() -> gateway.audit().events().size() > before);
        ObjectNode event = gateway.audit().events().getLast();
        assertThat(event.path("server").asText()).isEqualTo(server);
        return event.path("outcome").asText();
    }
}
