package dev.gatehouse.gateway.upstream.thread;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.gateway.mcp.BoundedJson;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.UpstreamServer;
import dev.gatehouse.model.resource.McpServerSpec.Protocol;
import dev.gatehouse.model.resource.McpServerSpec.Transport;
import dev.gatehouse.model.resource.SecretValue;
import dev.gatehouse.model.resource.Timeouts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** An MCP server on a real socket that behaves, or misbehaves, as scripted, and remembers what it was asked. */
public final class FakeUpstream implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** @param body empty where the request had none */
    public record Seen(String verb, Headers headers, ObjectNode body) {
        public String method() {
            return body.path("method").asText("");
        }
    }

    private final HttpServer http;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Reply.Script> scripts = new ConcurrentHashMap<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger sessions = new AtomicInteger();
    private volatile boolean givesSessions = true;

    private FakeUpstream() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.createContext("/mcp", this::handle);
        http.setExecutor(executor);
        http.start();
    }

    /** A legacy server with the given capabilities as JSON. */
    public static FakeUpstream legacy(String capabilities) {
        var upstream = new FakeUpstream();
        upstream.on(
                "initialize",
                params -> new Reply.Result("{\"protocolVersion\":"
                        + params.path("protocolVersion") + ",\"capabilities\":" + capabilities
                        + ",\"serverInfo\":{\"name\":\"fake\",\"version\":\"1\"},\"instructions\":\"be kind\"}"));
        return upstream;
    }

    /** A modern server with the given capabilities as JSON. */
    public static FakeUpstream modern(String capabilities) {
        var upstream = new FakeUpstream();
        return upstream.on(
                "server/discover",
                new Reply.Result("{\"resultType\":\"complete\",\"supportedVersions\":"
                        + "[\"2026-07-28\"],\"capabilities\":" + capabilities
                        + ",\"instructions\":\"be modern\",\"ttlMs\":60000,\"cacheScope\":\"public\"}"));
    }

    public FakeUpstream on(String method, Reply reply) {
        return on(method, Reply.always(reply));
    }

    public FakeUpstream on(String method, Reply.Script script) {
        scripts.put(method, script);
        return this;
    }

    /** Lists tools of these names on one page. */
    public FakeUpstream tools(String... names) {
        return on("tools/list", new Reply.Result(list("tools", "name", names)));
    }

    public FakeUpstream resources(String... uris) {
        return on("resources/list", new Reply.Result(list("resources", "uri", uris)));
    }

    public FakeUpstream templates(String... templates) {
        return on("resources/templates/list", new Reply.Result(list("resourceTemplates", "uriTemplate", templates)));
    }

    public FakeUpstream withoutSessions() {
        givesSessions = false;
        return this;
    }

    public static String list(String member, String identity, String... items) {
        return Arrays.stream(items)
                .map(item -> "{\"" + identity + "\":\"" + item + "\",\"description\":\"of " + item + "\"}")
                .collect(Collectors.joining(",", "{\"" + member + "\":[", "]}"));
    }

    /** As the gateway is configured with it: patient, as a busy machine makes every answer late. */
    public UpstreamServer server(String key, Protocol protocol) {
        return server(key, protocol, PATIENCE);
    }

    public UpstreamServer server(String key, Protocol protocol, Duration list) {
        URI url = URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/mcp");
        return server(key, protocol, url, list);
    }

    /** A server that nobody listens for. */
    public static UpstreamServer dead(String key, Protocol protocol) {
        return server(key, protocol, URI.create("http://127.0.0.1:1/mcp"), PATIENCE);
    }

    private static UpstreamServer server(String key, Protocol protocol, URI url, Duration list) {
        return new UpstreamServer(
                new ServerId("platform", key),
                key,
                "uid-" + key,
                1,
                url,
                Transport.STREAMABLE_HTTP,
                protocol,
                List.of(new UpstreamServer.Header("authorization", SecretValue.of("Bearer upstream-secret"))),
                null,
                new Timeouts(PATIENCE, PATIENCE, list));
    }

    public List<Seen> seen() {
        return seen;
    }

    public List<Seen> seen(String method) {
        return seen.stream().filter(request -> request.method().equals(method)).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        ObjectNode body =
                bytes.length == 0 ? BoundedJson.newObject() : Objects.requireNonNull(BoundedJson.object(bytes));
        seen.add(new Seen(exchange.getRequestMethod(), exchange.getRequestHeaders(), body));
        if (!body.has("id")) {
            exchange.sendResponseHeaders(202, -1);
        } else {
            answer(exchange, body);
        }
        exchange.close();
    }

    private void answer(HttpExchange exchange, ObjectNode body) throws IOException {
        String method = body.path("method").asText();
        ObjectNode params = body.get("params") instanceof ObjectNode object ? object : BoundedJson.newObject();
        Reply.Script script = scripts.getOrDefault(method, Reply.always(new Reply.Refusal(200, -32601)));
        String id = body.path("id").toString();
        if (method.equals("initialize") && givesSessions) {
            exchange.getResponseHeaders().set("Mcp-Session-Id", "session-" + sessions.incrementAndGet());
        }
        switch (script.to(params)) {
            case Reply.Result(String json) ->
                send(
                        exchange,
                        200,
                        "application/json",
                        "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":" + json + "}");
            case Reply.Refusal(int status, int code) ->
                send(
                        exchange,
                        status,
                        "application/json",
                        "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"error\":{\"code\":" + code + ",\"message\":\"no\"}}");
            case Reply.Status(int status, Map<String, String> headers) -> {
                headers.forEach(exchange.getResponseHeaders()::set);
                send(exchange, status, "text/plain", "upstream-secret");
            }
            case Reply.Raw(String contentType, String raw) -> send(exchange, 200, contentType, raw.replace("ID", id));
            case Reply.Events events -> stream(exchange, events, id);
            case Reply.Silence _ -> awaitClosing();
        }
    }

    private static void send(HttpExchange exchange, int status, String contentType, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void stream(HttpExchange exchange, Reply.Events events, String id) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        for (String line : events.lines()) {
            exchange.getResponseBody().write((line.replace("ID", id) + "\n").getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        }
        if (events.endless()) {
            awaitClosing();
        }
    }

    private void awaitClosing() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        http.stop(0);
        executor.shutdownNow();
    }
}
