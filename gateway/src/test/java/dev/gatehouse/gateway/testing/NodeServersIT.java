package dev.gatehouse.gateway.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The servers from npm, directly: what they cannot do alone they cannot do behind a gateway. */
class NodeServersIT {

    @Test
    void theEverythingServerTalksToTheOfficialJavaClient() throws Exception {
        try (NodeServer everything = NodePackages.installed().everything();
                SdkClient client = SdkClient.connect(everything.base(), "/mcp", "any")) {
            assertThat(client.toolNames()).contains("echo", "get-sum");
            assertThat(client.call("echo", Map.of("message", "directly"))).isEqualTo("Echo: directly");
        }
    }

    @Test
    void theModernFixtureDiscoversListsAndCalls() throws Exception {
        try (NodeServer server = NodePackages.installed().modern()) {
            var address = new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), server.base().getPort());
            var client = new ModernClient(new RawClient(address), "/mcp", "any");

            assertThat(client.ask("server/discover", "{}")
                            .answer()
                            .at("/result/supportedVersions/0")
                            .asText())
                    .isEqualTo(ModernClient.VERSION);
            assertThat(client.callTool("echo", "{'text': 'directly'}")
                            .answer()
                            .at("/result/content/0/text")
                            .asText())
                    .isEqualTo("echo directly");
        }
    }

    @Test
    void thePinnedTypeScriptClientTalksToTheModernFixture() throws Exception {
        NodePackages packages = NodePackages.installed();
        try (NodeServer server = packages.modern()) {
            String report = packages.run("modern-client.mjs", server.url(), "any", "echo");

            assertThat(Json.parse(report).at("/call/content/0/text").asText()).isEqualTo("echo pinned");
        }
    }
}
