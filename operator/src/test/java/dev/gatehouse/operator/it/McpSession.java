package dev.gatehouse.operator.it;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A session of a client with the aggregate, which any gateway can go on with. */
final class McpSession implements AutoCloseable {

    private static final String VERSION = "2025-06-18";
    private static final String SESSION = "Mcp-Session-Id";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String token;
    private String id = "";

    private McpSession(String token) {
        this.token = token;
    }

    static McpSession open(LinkedGateway gateway, String token) {
        var session = new McpSession(token);
        HttpResponse<String> answer = session.post(gateway, "initialize", """
                {"protocolVersion":"%s","capabilities":{},"clientInfo":{"name":"it","version":"1"}}""".formatted(VERSION));
        session.id = answer.headers()
                .firstValue(SESSION)
                .orElseThrow(() -> new AssertionError("no session: " + answer.statusCode() + " " + answer.body()));
        return session;
    }

    /** The body of the answer; empty unless the gateway takes the session for one of its own. */
    String ask(LinkedGateway gateway, String method, String params) {
        HttpResponse<String> answer = post(gateway, method, params);
        return answer.statusCode() == 200 ? answer.body() : "";
    }

    private HttpResponse<String> post(LinkedGateway gateway, String method, String params) {
        var request = HttpRequest.newBuilder(gateway.uri("/mcp"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(BodyPublishers.ofString("""
                        {"jsonrpc":"2.0","id":1,"method":"%s","params":%s}""".formatted(method, params)));
        if (!id.isEmpty()) {
            request.header(SESSION, id).header("MCP-Protocol-Version", VERSION);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("the gateway did not answer", e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
