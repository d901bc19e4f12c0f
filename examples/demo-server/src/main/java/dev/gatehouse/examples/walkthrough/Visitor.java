package dev.gatehouse.examples.walkthrough;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.McpHttpClientTransportAuthorizationException;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.Content;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceContents;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** An MCP client as any application has one: the official SDK with a bearer token. */
final class Visitor implements AutoCloseable {

    private final McpSyncClient client;

    private Visitor(McpSyncClient client) {
        this.client = client;
    }

    /** Connects and initializes. */
    static Visitor to(URI gateway, String name, String token) {
        McpSyncClient client = McpClient.sync(HttpClientStreamableHttpTransport.builder(
                                gateway.resolve("/").toString())
                        .endpoint(gateway.getPath())
                        .requestBuilder(HttpRequest.newBuilder().header("Authorization", "Bearer " + token))
                        .build())
                .clientInfo(Implementation.builder(name, "1").build())
                .requestTimeout(Duration.ofSeconds(20))
                .build();
        client.initialize();
        return new Visitor(client);
    }

    List<String> tools() {
        return sorted(client.listTools().tools().stream().map(Tool::name));
    }

    List<String> prompts() {
        return sorted(client.listPrompts().prompts().stream().map(Prompt::name));
    }

    List<String> resources() {
        return sorted(client.listResources().resources().stream().map(Resource::uri));
    }

    VisitorsAnswer call(String tool, Map<String, Object> arguments) {
        return outcome(() -> text(client.callTool(
                        CallToolRequest.builder(tool).arguments(arguments).build())
                .content()
                .getFirst()));
    }

    VisitorsAnswer prompt(String name, Map<String, Object> arguments) {
        return outcome(() -> text(client.getPrompt(
                        GetPromptRequest.builder(name).arguments(arguments).build())
                .messages()
                .getFirst()
                .content()));
    }

    VisitorsAnswer read(String uri) {
        return outcome(
                () -> text(client.readResource(ReadResourceRequest.builder(uri).build())
                        .contents()
                        .getFirst()));
    }

    @Override
    public void close() {
        client.closeGracefully();
    }

    private static VisitorsAnswer outcome(Supplier<String> request) {
        try {
            return new VisitorsAnswer.Answered(request.get());
        } catch (McpError e) {
            return new VisitorsAnswer.Refused(String.valueOf(e.getMessage()));
        } catch (McpHttpClientTransportAuthorizationException e) {
            return new VisitorsAnswer.Refused("HTTP 401");
        }
    }

    private static String text(Content content) {
        return content instanceof TextContent text ? text.text() : content.toString();
    }

    private static String text(ResourceContents contents) {
        return contents instanceof TextResourceContents text ? text.text() : contents.toString();
    }

    private static List<String> sorted(Stream<String> names) {
        return names.sorted().toList();
    }
}
