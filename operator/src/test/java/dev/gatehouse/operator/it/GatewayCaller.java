package dev.gatehouse.operator.it;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a gateway as its clients, its users and its kubelet do. */
final class GatewayCaller implements AutoCloseable {

    private static final String INITIALIZE = """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18",\
            "capabilities":{},"clientInfo":{"name":"it","version":"1"}}}""";

    /** It must hear of lists that change, or there would be nothing to listen for. */
    private static final String LISTEN = """
            {"jsonrpc":"2.0","id":1,"method":"subscriptions/listen","params":{"notifications":{"toolsListChanged":true},\
            "_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28",\
            "io.modelcontextprotocol/clientCapabilities":{},\
            "io.modelcontextprotocol/clientInfo":{"name":"it","version":"1"}}}}""";

    private static final Pattern DIGEST = Pattern.compile("\"digest\":\"([0-9a-f]{64})\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    GatewayCaller(int port) {
        this.port = port;
    }

    /** Whether it lets somebody in who presents this token to {@code /mcp}. */
    boolean admits(String token) {
        return answer(message(token, INITIALIZE)).statusCode() == 200;
    }

    /** The status of the management API's answer to a user's question who it is. */
    int whoami(String token) {
        return answer(as(token, "/api/v1/whoami")).statusCode();
    }

    /** The stream of a session that the holder of this token begins. */
    OpenStream standingStream(String token) throws Exception {
        String session = answer(message(token, INITIALIZE))
                .headers()
                .firstValue("Mcp-Session-Id")
                .orElseThrow();
        return OpenStream.open(
                http,
                as(token, "/mcp")
                        .header("Accept", "text/event-stream")
                        .header("Mcp-Session-Id", session)
                        .header("MCP-Protocol-Version", "2025-06-18")
                        .build());
    }

    /** The stream of a {@code subscriptions/listen} by the holder of this token. */
    OpenStream listen(String token) throws Exception {
        return OpenStream.open(
                http,
                message(token, LISTEN)
                        .header("MCP-Protocol-Version", "2026-07-28")
                        .header("Mcp-Method", "subscriptions/listen")
                        .build());
    }

    /** The digest of what it enforces, by the management API; to an admin only. */
    String digest(String token) {
        String config = answer(as(token, "/api/v1/config")).body();
        Matcher digest = DIGEST.matcher(config);
        if (!digest.find()) {
            throw new AssertionError("no digest but " + config);
        }
        return digest.group(1);
    }

    /** Whether it says so; one that does not answer is not. */
    boolean isReady() {
        try {
            return http.send(HttpRequest.newBuilder(uri("/readyz")).build(), BodyHandlers.ofString())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    private HttpRequest.Builder message(String token, String body) {
        return as(token, "/mcp")
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder as(String token, String path) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("the gateway did not answer", e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @Override
    public void close() {
        http.close();
    }
}
