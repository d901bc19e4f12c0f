package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.examples.demo.DemoServer;
import dev.gatehouse.gateway.testing.GatewayFixture;
import dev.gatehouse.gateway.testing.GoClient;
import dev.gatehouse.gateway.testing.Json;
import dev.gatehouse.gateway.testing.Manifest;
import dev.gatehouse.gateway.testing.NodePackages;
import dev.gatehouse.gateway.testing.NodeServer;
import dev.gatehouse.gateway.testing.PythonPackages;
import dev.gatehouse.gateway.testing.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Other makers' clients with their defaults, each as the first caller after a start, on the aggregate in front of servers that
 * know nothing newer than 2025-11-25.
 */
class DefaultClientsIT {

    @ParameterizedTest
    @ValueSource(strings = {"mcp_client.py", "fastmcp_client.py"})
    void pythonClientSeesItsTools(String script) throws Exception {
        PythonPackages python = PythonPackages.installed();

        inFrontOfTheDemoServer((url, token) -> python.run(script, url, token, "demo__add"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto-client.mjs", "v1-client.mjs"})
    void typeScriptClientSeesItsTools(String script) throws Exception {
        NodePackages node = NodePackages.installed();

        inFrontOfTheDemoServer((url, token) -> node.run(script, url, token, "demo__add"));
    }

    @Test
    void goClientSeesItsTools() throws Exception {
        GoClient go = GoClient.built();

        inFrontOfTheDemoServer((url, token) -> go.run(url, token, "demo__add"));
    }

    @Test
    void typeScriptClientSeesTheToolsOfAServerOfItsOwnMaker() throws Exception {
        NodePackages node = NodePackages.installed();
        try (NodeServer everything = node.everything();
                GatewayFixture gateway = gateway("everything", everything.url())) {
            JsonNode report = Json.parse(
                    node.run("auto-client.mjs", gateway.base() + "/mcp", Tokens.of("whole"), "everything__get-sum"));

            assertThat(names(report)).contains("everything__echo");
            assertThat(report.path("call").asText()).contains("42");
        }
    }

    private interface Client {
        String run(String url, String token) throws Exception;
    }

    private static void inFrontOfTheDemoServer(Client client) throws Exception {
        try (DemoServer demo = DemoServer.start(0);
                GatewayFixture gateway = gateway("demo", demo.url().toString())) {
            JsonNode report = Json.parse(client.run(gateway.base() + "/mcp", Tokens.of("whole")));

            assertThat(names(report)).contains("demo__add", "demo__get_weather");
            assertThat(report.path("call").asText()).isEqualTo("42");
        }
    }

    private static GatewayFixture gateway(String name, String url) {
        return GatewayFixture.start(
                folder -> folder.write(name + ".yaml", Manifest.server(name, url, "  protocol: Auto"))
                        .client("whole", "[{server: " + name + "}]"));
    }

    private static List<String> names(JsonNode report) {
        List<String> names = new ArrayList<>();
        report.path("tools").forEach(name -> names.add(name.asText()));
        return names;
    }
}
