package dev.gatehouse.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CompleteRequest;
import io.modelcontextprotocol.spec.McpSchema.CompleteRequest.CompleteArgument;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.PromptReference;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceContents;
import io.modelcontextprotocol.spec.McpSchema.ResourceReference;
import io.modelcontextprotocol.spec.McpSchema.SubscribeRequest;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoServerIT {

    private final List<Double> progress = new CopyOnWriteArrayList<>();
    private final List<ResourceContents> updates = new CopyOnWriteArrayList<>();
    private DemoServer server;
    private McpSyncClient client;

    @BeforeEach
    void connect() {
        server = DemoServer.start(0);
        client = McpClient.sync(HttpClientStreamableHttpTransport.builder(
                                "http://127.0.0.1:" + server.url().getPort())
                        .build())
                .progressConsumer(step -> progress.add(step.progress()))
                .resourcesUpdateConsumer(updates::addAll)
                .build();
        client.initialize();
    }

    @AfterEach
    void disconnect() {
        client.closeGracefully();
        server.close();
    }

    @Test
    void everyToolIsListed() {
        assertThat(client.listTools().tools())
                .extracting(Tool::name)
                .containsExactlyInAnyOrder(
                        "echo",
                        "add",
                        "get_weather",
                        "list_cities",
                        "get_secret_forecast",
                        "count_slowly",
                        "update_board",
                        "fail",
                        "delete_everything");
    }

    @Test
    void aCallRunsAndIsRemembered() {
        assertThat(call("add", Map.of("a", 2, "b", 40))).isEqualTo("42");
        assertThat(server.calls()).containsExactly(new Call("tools/call", "add", Map.of("a", 2, "b", 40)));
    }

    @Test
    void aToolCanAnswerWithStructuredContent() {
        var result = client.callTool(CallToolRequest.builder("get_weather")
                .arguments(Map.of("city", "Oslo"))
                .build());
        assertThat(result.structuredContent()).isEqualTo(Map.of("city", "Oslo", "sky", "snow", "celsius", -3));
    }

    @Test
    void aFailingToolSaysSo() {
        assertThat(client.callTool(CallToolRequest.builder("fail")
                                .arguments(Map.of())
                                .build())
                        .isError())
                .isTrue();
    }

    @Test
    void aSlowToolReportsProgress() {
        client.callTool(CallToolRequest.builder("count_slowly")
                .arguments(Map.of("to", 3, "pauseMillis", 1))
                .progressToken("p")
                .build());
        await().untilAsserted(() -> assertThat(progress).containsExactly(1.0, 2.0, 3.0));
    }

    @Test
    void promptsAreFilledIn() {
        var answer = client.getPrompt(GetPromptRequest.builder("greeting")
                .arguments(Map.of("name", "Ada"))
                .build());
        assertThat(answer.messages().getFirst().content())
                .isEqualTo(TextContent.builder("Greet Ada in one friendly sentence.")
                        .build());
    }

    @Test
    void argumentsOfPromptsAndTemplatesAreCompleted() {
        CompleteArgument typed = new CompleteArgument("city", "l");
        for (var reference :
                List.of(new PromptReference("weather_report"), new ResourceReference("weather://today/{city}"))) {
            assertThat(client.completeCompletion(
                                    CompleteRequest.builder(reference, typed).build())
                            .completion()
                            .values())
                    .containsExactly("Lisbon");
        }
    }

    @Test
    void resourcesAreListedAndRead() {
        assertThat(client.listResources().resources())
                .extracting(Resource::uri)
                .contains("doc://handbook/welcome", "doc://private/salaries", "note://board");
        assertThat(read("weather://today/Tokyo")).isEqualTo("rain, 15 °C");
    }

    @Test
    void aSubscriberLearnsThatTheBoardChanged() {
        client.subscribeResource(SubscribeRequest.builder("note://board").build());
        server.writeBoard("Lunch at noon.");
        await().untilAsserted(() -> assertThat(updates)
                .extracting(contents -> ((TextResourceContents) contents).text())
                .contains("Lunch at noon."));
    }

    @Test
    void aToolCanBeAddedAndRemoved() {
        server.addTool("odd[name]*");
        assertThat(call("odd[name]*", Map.of("text", "hello"))).isEqualTo("hello");
        server.removeTool("odd[name]*");
        assertThat(client.listTools().tools()).extracting(Tool::name).doesNotContain("odd[name]*");
    }

    @Test
    void everyRequestIsRememberedAsItCame() {
        server.forget();
        call("echo", Map.of("text", "héllo"));
        assertThat(server.requests()).anySatisfy(request -> {
            assertThat(request.verb()).isEqualTo("POST");
            assertThat(request.target()).isEqualTo("/mcp");
            assertThat(request.header("Mcp-Session-Id")).hasSize(1);
            assertThat(request.text()).contains("\"method\":\"tools/call\"", "héllo");
        });
    }

    private String call(String tool, Map<String, Object> arguments) {
        var result = client.callTool(
                CallToolRequest.builder(tool).arguments(arguments).build());
        return ((TextContent) result.content().getFirst()).text();
    }

    private String read(String uri) {
        var result = client.readResource(ReadResourceRequest.builder(uri).build());
        return ((TextResourceContents) result.contents().getFirst()).text();
    }
}
