package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.testing.Catalogue;
import dev.gatehouse.gateway.testing.GatewayFixture;
import dev.gatehouse.gateway.testing.LegacyClient;
import dev.gatehouse.gateway.testing.Manifest;
import dev.gatehouse.gateway.testing.ManifestFolder;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.RecordedRequest;
import dev.gatehouse.gateway.testing.RecordingUpstream;
import dev.gatehouse.gateway.testing.Tokens;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Callers and upstreams are told that they speak with this build of Gatehouse. */
class GatewayNamesItselfIT {

    private static final String VERSION = System.getProperty("gatehouse.version");
    private static final String OWN = "  auth: {headers: [{name: user-agent, secretRef: {name: agent}}]}\n";

    private static final RecordingUpstream USUAL =
            RecordingUpstream.legacy(Catalogue.empty().tools("open"));
    private static final RecordingUpstream RENAMED =
            RecordingUpstream.legacy(Catalogue.empty().tools("open"));
    private static final GatewayFixture GATEWAY = GatewayFixture.start(GatewayNamesItselfIT::world);

    private static void world(ManifestFolder folder) {
        folder.legacyServer("usual", USUAL)
                .write("renamed.yaml", Manifest.server("renamed", RENAMED.url(), OWN + "  protocol: Legacy"))
                .write("agent.yaml", Manifest.secret("agent", "token", "our-company/7"))
                .client("alice", "[{server: '*'}]");
    }

    @AfterAll
    static void close() throws IOException {
        GATEWAY.close();
        USUAL.close();
        RENAMED.close();
    }

    @Test
    void everyRequestToAnUpstreamNamesTheBuildAndNotTheCaller() {
        LegacyClient alice = GATEWAY.legacy("/servers/usual/mcp", "alice");

        GATEWAY.raw().send(alice.toolCall("open", "{}").with("User-Agent", "spy/1"));

        assertThat(USUAL.received("tools/call")).hasSize(1);
        assertThat(USUAL.received())
                .allSatisfy(
                        request -> assertThat(request.header("User-Agent")).containsExactly("gatehouse/" + VERSION));
    }

    @Test
    void aUserAgentThatTheServersOwnerChoseTakesItsPlace() {
        GATEWAY.legacy("/servers/renamed/mcp", "alice").callTool("open", "{}");

        assertThat(RENAMED.received("tools/call")).hasSize(1);
        assertThat(RENAMED.received())
                .allSatisfy(request -> assertThat(request.header("User-Agent")).containsExactly("our-company/7"));
    }

    @Test
    void anUpstreamIsToldTheVersionWhereTheGatewayAsksForItself() {
        GATEWAY.legacy("/mcp", "alice").ask("tools/list", "{}");

        assertThat(USUAL.received("initialize").stream()
                        .map(RecordedRequest::json)
                        .map(message -> message.at("/params/clientInfo"))
                        .filter(info -> info.path("name").asText().equals("gatehouse"))
                        .map(info -> info.path("version").asText()))
                .isNotEmpty()
                .containsOnly(VERSION);
    }

    @Test
    void aCallerIsToldTheVersion() {
        RawResponse opened =
                GATEWAY.raw().send(LegacyClient.initialize("/mcp", Tokens.of("alice"), LegacyClient.VERSION));

        assertThat(opened.answer().at("/result/serverInfo/version").asText()).isEqualTo(VERSION);
    }
}
