package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.gateway.testing.GatewayFixture;
import dev.gatehouse.gateway.testing.LegacyClient;
import dev.gatehouse.gateway.testing.Manifest;
import dev.gatehouse.gateway.testing.NodePackages;
import dev.gatehouse.gateway.testing.NodeServer;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.SdkClient;
import dev.gatehouse.gateway.testing.Tokens;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CompleteRequest;
import io.modelcontextprotocol.spec.McpSchema.CompleteRequest.CompleteArgument;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.PromptReference;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The official Java client in front of a server of other makers on another runtime, which answers in event streams. */
class ServerEverythingIT {

    private static @Nullable NodeServer everything;
    private static @Nullable GatewayFixture gateway;

    @BeforeAll
    static void start() throws Exception {
        NodeServer server = NodePackages.installed().everything();
        everything = server;
        gateway = GatewayFixture.start(folder -> folder.write(
                        "everything.yaml", Manifest.server("everything", server.url(), "  protocol: Auto"))
                .client("whole", "[{server: everything}]")
                .client(
                        "part",
                        "[{server: everything, tools: [echo, 'get-*'], except: {tools: [get-env]},"
                                + " prompts: [simple-prompt, completable-prompt],"
                                + " resources: ['demo://resource/dynamic/text/*']}]")
                .client("nothing", "[]"));
    }

    @AfterAll
    static void stop() throws Exception {
        if (gateway != null) {
            gateway.close();
        }
        if (everything != null) {
            everything.close();
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/mcp", "/servers/everything/mcp"})
    void somebodyWhoMayDoAllCallsEverything(String path) {
        String prefix = path.equals("/mcp") ? "everything__" : "";
        try (SdkClient client = connect(path, "whole")) {
            assertThat(client.toolNames()).contains(prefix + "echo", prefix + "get-sum", prefix + "get-env");
            assertThat(client.call(prefix + "echo", Map.of("message", "hello"))).isEqualTo("Echo: hello");
            assertThat(client.call(prefix + "get-sum", Map.of("a", 40, "b", 2))).contains("42");
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/mcp", "/servers/everything/mcp"})
    void somebodyWhoMayDoAPartSeesAndCallsThatPart(String path) {
        String prefix = path.equals("/mcp") ? "everything__" : "";
        try (SdkClient client = connect(path, "part")) {
            assertThat(client.toolNames())
                    .contains(prefix + "echo", prefix + "get-sum")
                    .doesNotContain(prefix + "get-env", prefix + "trigger-long-running-operation");
            assertThatThrownBy(() -> client.call(prefix + "get-env", Map.of())).hasMessageContaining("Unknown tool");
            assertThat(client.mcp().listPrompts().prompts())
                    .extracting(Prompt::name)
                    .containsExactlyInAnyOrder(prefix + "simple-prompt", prefix + "completable-prompt");
            assertThat(client.mcp()
                            .getPrompt(GetPromptRequest.builder(prefix + "simple-prompt")
                                    .build())
                            .messages())
                    .hasSize(1);
            assertThatThrownBy(() -> client.mcp()
                            .getPrompt(GetPromptRequest.builder(prefix + "args-prompt")
                                    .arguments(Map.of("city", "Oslo"))
                                    .build()))
                    .hasMessageContaining("Unknown prompt");
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/mcp", "/servers/everything/mcp"})
    void resourcesAndCompletionsGoThroughTheSameRules(String path) {
        String prefix = path.equals("/mcp") ? "everything__" : "";
        try (SdkClient client = connect(path, "part")) {
            assertThat(client.mcp()
                            .readResource(ReadResourceRequest.builder("demo://resource/dynamic/text/1")
                                    .build())
                            .contents())
                    .hasSize(1);
            assertThatThrownBy(() -> client.mcp()
                            .readResource(ReadResourceRequest.builder("demo://resource/dynamic/blob/1")
                                    .build()))
                    .hasMessageContaining("not found");
            var completion = CompleteRequest.builder(
                            new PromptReference(prefix + "completable-prompt"), new CompleteArgument("department", "E"))
                    .build();
            assertThat(client.mcp().completeCompletion(completion).completion().values())
                    .contains("Engineering");
        }
    }

    @Test
    void progressOfALongCallArrives() {
        try (SdkClient client = connect("/mcp", "whole")) {
            client.mcp()
                    .callTool(CallToolRequest.builder("everything__trigger-long-running-operation")
                            .arguments(Map.of("duration", 1, "steps", 3))
                            .progressToken(17)
                            .build());

            await().untilAsserted(() -> assertThat(client.progress()).hasSizeGreaterThanOrEqualTo(3));
        }
    }

    @Test
    void somebodyWhoMayDoNothingSeesNothing() {
        try (SdkClient client = connect("/mcp", "nothing")) {
            assertThat(client.mcp().getServerCapabilities().tools()).isNull();
        }
        RawResponse own = fixture()
                .raw()
                .send(LegacyClient.initialize("/servers/everything/mcp", Tokens.of("nothing"), LegacyClient.VERSION));
        assertThat(own.status()).isEqualTo(404);
    }

    private static SdkClient connect(String path, String client) {
        return SdkClient.connect(fixture().base(), path, Tokens.of(client));
    }

    private static GatewayFixture fixture() {
        if (gateway == null) {
            throw new IllegalStateException("the gateway did not start");
        }
        return gateway;
    }
}
