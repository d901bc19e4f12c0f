package dev.gatehouse.bench.upstream;

import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An MCP server of the legacy era that costs next to nothing, so that what a measurement shows is the proxy before it.
 * Insists on its sessions and on unprefixed tool names, because a proxy that got either wrong must not look fast.
 */
public final class McpUpstream implements HttpHandler {

    private static final HttpString SESSION = new HttpString("Mcp-Session-Id");
    private static final byte[] LIST = BenchTools.listResult().getBytes(StandardCharsets.UTF_8);
    private static final String INITIALIZED = """
            {"protocolVersion":"2025-11-25","capabilities":{"tools":{}},\
            "serverInfo":{"name":"bench-upstream","version":"1"}}""";

    private final Set<String> sessions = ConcurrentHashMap.newKeySet();

    /** Serves {@code /mcp} on loopback until the server is stopped. */
    public static Undertow start(int port) {
        Undertow server = Undertow.builder()
                .addHttpListener(port, "127.0.0.1")
                .setHandler(new McpUpstream())
                .build();
        server.start();
        return server;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        if (exchange.getRequestMethod().equals(Methods.POST)) {
            new RequestReader(exchange, this::answer).start();
            return;
        }
        boolean delete = exchange.getRequestMethod().equals(Methods.DELETE);
        exchange.setStatusCode(delete ? StatusCodes.OK : StatusCodes.METHOD_NOT_ALLOWED);
        exchange.endExchange();
    }

    private void answer(HttpServerExchange exchange, MessageGlance message, long length) {
        String method = message.method();
        if (method.equals("initialize")) {
            initialize(exchange, message);
        } else if (method.equals("server/discover")) {
            error(exchange, StatusCodes.NOT_FOUND, message, -32601, "Method not found");
        } else if (!inSession(exchange)) {
            error(exchange, StatusCodes.NOT_FOUND, message, -32600, "No such session");
        } else if (method.startsWith("notifications/")) {
            exchange.setStatusCode(StatusCodes.ACCEPTED);
            exchange.endExchange();
        } else {
            serve(exchange, message, method, length);
        }
    }

    private void serve(HttpServerExchange exchange, MessageGlance message, String method, long length) {
        switch (method) {
            case "tools/call" -> call(exchange, message, length);
            case "tools/list" -> list(exchange, message);
            case "ping" -> result(exchange, message, "{}");
            default -> error(exchange, StatusCodes.OK, message, -32601, "Method not found");
        }
    }

    private boolean inSession(HttpServerExchange exchange) {
        String session = exchange.getRequestHeaders().getFirst(SESSION);
        return session != null && sessions.contains(session);
    }

    private void initialize(HttpServerExchange exchange, MessageGlance message) {
        String session = UUID.randomUUID().toString();
        sessions.add(session);
        exchange.getResponseHeaders().put(SESSION, session);
        result(exchange, message, INITIALIZED);
    }

    private static void call(HttpServerExchange exchange, MessageGlance message, long length) {
        String tool = message.toolName();
        if (tool.equals(BenchTools.STREAM)) {
            EventStream.send(exchange, message);
        } else if (tool.equals(BenchTools.ECHO)) {
            result(
                    exchange,
                    message,
                    "{\"content\":[{\"type\":\"text\",\"text\":\"marker=" + message.marker() + " bytes=" + length
                            + "\"}]}");
        } else {
            error(exchange, StatusCodes.OK, message, -32602, "Unknown tool: " + tool);
        }
    }

    private static void list(HttpServerExchange exchange, MessageGlance message) {
        byte[] start =
                ("{\"jsonrpc\":\"2.0\",\"id\":" + message.id() + ",\"result\":").getBytes(StandardCharsets.UTF_8);
        ByteBuffer body = ByteBuffer.allocate(start.length + LIST.length + 1);
        send(exchange, body.put(start).put(LIST).put((byte) '}').flip());
    }

    private static void result(HttpServerExchange exchange, MessageGlance message, String result) {
        json(exchange, "{\"jsonrpc\":\"2.0\",\"id\":" + message.id() + ",\"result\":" + result + "}");
    }

    private static void error(
            HttpServerExchange exchange, int status, MessageGlance message, int code, String explanation) {
        exchange.setStatusCode(status);
        String id = message.id().isEmpty() ? "null" : message.id();
        json(
                exchange,
                "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"error\":{\"code\":" + code + ",\"message\":\"" + explanation
                        + "\"}}");
    }

    private static void json(HttpServerExchange exchange, String body) {
        send(exchange, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static void send(HttpServerExchange exchange, ByteBuffer body) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        exchange.getResponseSender().send(body);
    }
}
