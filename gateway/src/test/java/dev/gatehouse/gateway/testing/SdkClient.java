package dev.gatehouse.gateway.testing;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The official Java client as a user would set it up: an endpoint, a bearer token, and what it is told on the way. */
public final class SdkClient implements AutoCloseable {

    private final McpSyncClient client;
    private final List<ProgressNotification> progress;
    private final List<List<Tool>> toolChanges;

    private SdkClient(McpSyncClient client, List<ProgressNotification> progress, List<List<Tool>> toolChanges) {
        this.client = client;
        this.progress = progress;
        this.toolChanges = toolChanges;
    }

    /** Connects and initializes. */
    public static SdkClient connect(URI base, String endpoint, String token) {
        SdkClient client = unconnected(base, endpoint, token);
        client.client.initialize();
        return client;
    }

    public static SdkClient unconnected(URI base, String endpoint, String token) {
        var transport = HttpClientStreamableHttpTransport.builder(base.toString())
                .endpoint(endpoint)
                .requestBuilder(HttpRequest.newBuilder().header("Authorization", "Bearer " + token))
                .build();
        var progress = new CopyOnWriteArrayList<ProgressNotification>();
        var toolChanges = new CopyOnWriteArrayList<List<Tool>>();
        McpSyncClient client = McpClient.sync(transport)
                .requestTimeout(Duration.ofSeconds(20))
                .initializationTimeout(Duration.ofSeconds(20))
                .progressConsumer(progress::add)
                .toolsChangeConsumer(toolChanges::add)
                .build();
        return new SdkClient(client, progress, toolChanges);
    }

    /** The client itself, for what needs no shorthand. */
    public McpSyncClient mcp() {
        return client;
    }

    public List<String> toolNames() {
        return client.listTools().tools().stream().map(Tool::name).toList();
    }

    /** The text that a tool answers. */
    public String call(String tool, Map<String, Object> arguments) {
        return text(client.callTool(
                CallToolRequest.builder(tool).arguments(arguments).build()));
    }

    public static String text(CallToolResult result) {
        return result.content().stream()
                .filter(TextContent.class::isInstance)
                .map(content -> ((TextContent) content).text())
                .findFirst()
                .orElse("");
    }

    public List<ProgressNotification> progress() {
        return List.copyOf(progress);
    }

    /** The tool lists that followed announcements of a change. */
    public List<List<Tool>> toolChanges() {
        return List.copyOf(toolChanges);
    }

    @Override
    public void close() {
        client.close();
    }
}
