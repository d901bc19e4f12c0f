package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.examples.demo.Call;
import dev.gatehouse.examples.demo.DemoServer;
import dev.gatehouse.gateway.testing.GatewayFixture;
import dev.gatehouse.gateway.testing.Manifest;
import dev.gatehouse.gateway.testing.SdkClient;
import dev.gatehouse.gateway.testing.Tokens;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CompleteRequest;
import io.modelcontextprotocol.spec.McpSchema.CompleteRequest.CompleteArgument;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.PromptReference;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceReference;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The official Java client in front of the official Java server, as somebody who may do all, a part or nothing. */
class JavaSdkIT {

    private static final DemoServer DEMO = DemoServer.start(0);
    private static final GatewayFixture GATEWAY = GatewayFixture.start(folder -> folder.write(
                    "demo.yaml", Manifest.server("demo", DEMO.url().toString(), "  protocol: Auto"))
            .client("whole", "[{server: demo}]")
            .client(
                    "part",
                    "[{server: demo, tools: [add, 'get_*', count_slowly], prompts: [greeting, weather_report],"
                            + " resources: ['doc://handbook/*', 'weather://today/*'], except: {tools: ['get_secret*']}}]")
            .client("nothing", "[]"));

    @BeforeEach
    void forget() {
        DEMO.forget();
    }

    @AfterAll
    static void close() throws IOException {
        GATEWAY.close();
        DEMO.close();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/mcp", "/servers/demo/mcp"})
    void somebodyWhoMayDoAllSeesAllOfTheServer(String path) {
        String prefix = path.equals("/mcp") ? "demo__" : "";
        try (SdkClient client = connect(path, "whole")) {
            assertThat(client.toolNames())
                    .contains(prefix + "add", prefix + "get_weather", prefix + "delete_everything");
            assertThat(client.call(prefix + "add", Map.of("a", 40, "b", 2))).isEqualTo("42");
            assertThat(client.call(prefix + "delete_everything", Map.of())).isEqualTo("Everything is gone.");
            assertThat(client.mcp().listPrompts().prompts()).hasSize(3);
            assertThat(client.mcp().listResources().resources()).hasSize(4);
            assertThat(client.mcp().ping()).isNotNull();
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/mcp", "/servers/demo/mcp"})
    void somebodyWhoMayDoAPartSeesThatPart(String path) {
        String prefix = path.equals("/mcp") ? "demo__" : "";
        try (SdkClient client = connect(path, "part")) {
            assertThat(client.toolNames())
                    .containsExactlyInAnyOrder(prefix + "add", prefix + "get_weather", prefix + "count_slowly");
            assertThat(client.mcp().listPrompts().prompts())
                    .extracting(Prompt::name)
                    .containsExactlyInAnyOrder(prefix + "greeting", prefix + "weather_report");
            assertThat(client.mcp().listResources().resources())
                    .extracting(Resource::uri)
                    .containsExactlyInAnyOrder("doc://handbook/welcome", "doc://handbook/tools");
            assertThat(client.mcp().listResourceTemplates().resourceTemplates())
                    .extracting(ResourceTemplate::uriTemplate)
                    .containsExactly("weather://today/{city}");
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/mcp", "/servers/demo/mcp"})
    void whatIsNotInThatPartDoesNotRun(String path) {
        String prefix = path.equals("/mcp") ? "demo__" : "";
        try (SdkClient client = connect(path, "part")) {
            for (String tool : List.of("delete_everything", "get_secret_forecast", "no_such_tool")) {
                assertThatThrownBy(() -> client.call(prefix + tool, Map.of("city", "Oslo")))
                        .isInstanceOf(McpError.class)
                        .hasMessageContaining("Unknown tool");
            }
            assertThatThrownBy(() -> client.mcp()
                            .getPrompt(GetPromptRequest.builder(prefix + "admin_runbook")
                                    .build()))
                    .hasMessageContaining("Unknown prompt");
            assertThatThrownBy(() -> read(client, "doc://private/salaries")).hasMessageContaining("not found");
            assertThatThrownBy(() -> read(client, "note://board")).hasMessageContaining("not found");
        }
        assertThat(DEMO.calls()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/mcp", "/servers/demo/mcp"})
    void promptsResourcesAndCompletionsWork(String path) {
        String prefix = path.equals("/mcp") ? "demo__" : "";
        try (SdkClient client = connect(path, "part")) {
            var prompt = client.mcp()
                    .getPrompt(GetPromptRequest.builder(prefix + "greeting")
                            .arguments(Map.of("name", "Ada"))
                            .build());
            assertThat(prompt.messages().getFirst().content().toString()).contains("Greet Ada");
            assertThat(read(client, "doc://handbook/welcome")).isEqualTo("Ask before you delete anything.");
            assertThat(read(client, "weather://today/Lisbon")).contains("°C");
            var byPrompt = CompleteRequest.builder(
                            new PromptReference(prefix + "weather_report"), new CompleteArgument("city", "L"))
                    .build();
            assertThat(client.mcp().completeCompletion(byPrompt).completion().values())
                    .contains("Lisbon");
            var byTemplate = CompleteRequest.builder(
                            new ResourceReference("weather://today/{city}"), new CompleteArgument("city", "L"))
                    .build();
            assertThat(client.mcp().completeCompletion(byTemplate).completion().values())
                    .contains("Lisbon");
        }
        assertThat(DEMO.calls())
                .extracting(Call::name)
                .contains("greeting", "doc://handbook/welcome", "weather_report");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/mcp", "/servers/demo/mcp"})
    void progressArrivesUnderTheCallersToken(String path) {
        String prefix = path.equals("/mcp") ? "demo__" : "";
        try (SdkClient client = connect(path, "part")) {
            String text = SdkClient.text(client.mcp()
                    .callTool(CallToolRequest.builder(prefix + "count_slowly")
                            .arguments(Map.of("to", 3, "pauseMillis", 20))
                            .progressToken("my-token")
                            .build()));

            assertThat(text).isEqualTo("Counted to 3.");
            await().untilAsserted(() -> assertThat(client.progress()).hasSize(3));
            assertThat(client.progress())
                    .allMatch(progress -> progress.progressToken().equals("my-token"));
        }
    }

    @Test
    void somebodyWhoMayDoNothingSeesNothing() {
        try (SdkClient client = connect("/mcp", "nothing")) {
            assertThat(client.mcp().getServerCapabilities().tools()).isNull();
            assertThat(client.mcp().getServerCapabilities().prompts()).isNull();
            assertThat(client.mcp().getServerCapabilities().resources()).isNull();
        }
        try (SdkClient client = SdkClient.unconnected(GATEWAY.base(), "/servers/demo/mcp", Tokens.of("nothing"))) {
            assertThatThrownBy(() -> client.mcp().initialize()).isInstanceOf(RuntimeException.class);
        }
        assertThat(DEMO.calls()).isEmpty();
    }

    @Test
    void somebodyWhomNobodyKnowsIsNotLetIn() {
        try (SdkClient client = SdkClient.unconnected(GATEWAY.base(), "/mcp", Tokens.of("stranger"))) {
            assertThatThrownBy(() -> client.mcp().initialize()).isInstanceOf(RuntimeException.class);
        }
        assertThat(DEMO.requests()).noneMatch(request -> request.toString().contains(Tokens.of("stranger")));
    }

    @Test
    void aToolThatAppearsUpstreamIsAnnouncedToThoseWhoMayUseIt() {
        try (SdkClient client = connect("/servers/demo/mcp", "whole")) {
            client.toolNames();
            DEMO.addTool("read_news");
            try {
                await().untilAsserted(() -> assertThat(client.toolNames()).contains("read_news"));
                assertThat(client.call("read_news", Map.of("text", "fresh"))).isEqualTo("fresh");
            } finally {
                DEMO.removeTool("read_news");
            }
            await().untilAsserted(() -> assertThat(client.toolNames()).doesNotContain("read_news"));
        }
    }

    @Test
    void nothingOfTheClientsTokenReachesTheServer() {
        try (SdkClient client = connect("/mcp", "whole")) {
            client.call("demo__add", Map.of("a", 1, "b", 1));
        }
        assertThat(DEMO.requests())
                .isNotEmpty()
                .noneMatch(request -> request.toString().contains("tok-"));
    }

    private static String read(SdkClient client, String uri) {
        var contents = client.mcp()
                .readResource(ReadResourceRequest.builder(uri).build())
                .contents();
        return ((TextResourceContents) contents.getFirst()).text();
    }

    private static SdkClient connect(String path, String client) {
        return SdkClient.connect(GATEWAY.base(), path, Tokens.of(client));
    }
}
