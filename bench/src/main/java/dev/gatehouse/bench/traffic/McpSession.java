package dev.gatehouse.bench.traffic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The legacy session of one caller with one target: {@code initialize} and {@code initialized} are behind it. */
public record McpSession(Token token, String id, int caller) {

    static final String VERSION = "2025-11-25";

    private static final String INITIALIZE = """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},\
            "clientInfo":{"name":"bench","version":"1"}}}""";
    private static final String INITIALIZED = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";

    /** Opens the session of caller number {@code caller}; refused is an exception that quotes the answer. */
    public static McpSession open(HttpClient client, InetSocketAddress address, int caller) {
        return open(client, address, Token.of(caller), caller);
    }

    /** Likewise with a token that is not the caller's own. */
    public static McpSession open(HttpClient client, InetSocketAddress address, Token token, int caller) {
        HttpResponse<String> answer = send(client, initialize(address, token));
        String id = answer.headers().firstValue("Mcp-Session-Id").orElse("");
        if (answer.statusCode() != 200 || id.isEmpty()) {
            throw new IllegalStateException("initialize gave " + answer.statusCode() + ": " + answer.body());
        }
        HttpResponse<String> confirmed =
                send(client, post(address, token, INITIALIZED, "Mcp-Session-Id", id, "MCP-Protocol-Version", VERSION));
        if (confirmed.statusCode() != 202) {
            throw new IllegalStateException("initialized gave " + confirmed.statusCode() + ": " + confirmed.body());
        }
        return new McpSession(token, id, caller);
    }

    /** The same session, presented with another token of the same principal. */
    public McpSession with(Token other) {
        return new McpSession(other, id, caller);
    }

    private static HttpRequest initialize(InetSocketAddress address, Token token) {
        return post(address, token, INITIALIZE);
    }

    private static HttpRequest post(InetSocketAddress address, Token token, String body, String... more) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + address.getPort() + "/mcp"))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", token.header())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return more.length == 0 ? request.build() : request.headers(more).build();
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("no answer from " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while opening a session", e);
        }
    }
}
