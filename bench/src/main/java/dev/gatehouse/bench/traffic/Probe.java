package dev.gatehouse.bench.traffic;

import dev.gatehouse.bench.upstream.BenchTools;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks the gateway again and again whether one client may call one tool, by calling it. An answer that is none is an exception. */
public final class Probe {

    private static final String CALL = "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":{\"name\":\""
            + WireDialect.GATEWAY.tool(BenchTools.ECHO) + "\",\"arguments\":{\"marker\":\"probe\"}}}";

    private final HttpClient client;
    private final HttpRequest request;

    public Probe(HttpClient client, InetSocketAddress address, McpSession session) {
        this.client = client;
        request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + address.getPort() + "/mcp"))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", session.token().header())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("Mcp-Session-Id", session.id())
                .header("MCP-Protocol-Version", McpSession.VERSION)
                .POST(HttpRequest.BodyPublishers.ofString(CALL))
                .build();
    }

    private enum Reply {
        CALLED,
        UNKNOWN_TOOL,
        UNAUTHENTICATED
    }

    /** Whether the call went through to the upstream; false: its tool is unknown. */
    public boolean isGranted() throws IOException, InterruptedException {
        return switch (reply()) {
            case CALLED -> true;
            case UNKNOWN_TOOL -> false;
            case UNAUTHENTICATED -> throw new IllegalStateException("the client is not known any more");
        };
    }

    /** Whether the token is one; false: 401. */
    public boolean isLetIn() throws IOException, InterruptedException {
        return switch (reply()) {
            case CALLED -> true;
            case UNAUTHENTICATED -> false;
            case UNKNOWN_TOOL -> throw new IllegalStateException("the client may not call its tool");
        };
    }

    private Reply reply() throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() == 401) {
            return Reply.UNAUTHENTICATED;
        }
        if (answer.statusCode() == 200 && answer.body().contains("marker=probe")) {
            return Reply.CALLED;
        }
        if (answer.statusCode() == 200 && answer.body().contains("Unknown tool")) {
            return Reply.UNKNOWN_TOOL;
        }
        throw new IllegalStateException("neither granted nor refused: " + answer.statusCode() + " " + answer.body());
    }
}
