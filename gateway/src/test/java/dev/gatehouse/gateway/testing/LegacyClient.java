package dev.gatehouse.gateway.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A well-behaved caller of 2025-11-25 on one endpoint. Each request can be taken as a {@link RawRequest} first and
 * spoilt before it is sent.
 */
public final class LegacyClient {

    public static final String VERSION = "2025-11-25";

    private final RawClient raw;
    private final String path;
    private final String token;
    private final String session;
    private final String version;
    private final AtomicInteger ids = new AtomicInteger(1);

    private LegacyClient(RawClient raw, String path, String token, String session, String version) {
        this.raw = raw;
        this.path = path;
        this.token = token;
        this.session = session;
        this.version = version;
    }

    /** Initializes a session and says so. */
    public static LegacyClient connect(RawClient raw, String path, String token) {
        RawResponse answer = raw.send(initialize(path, token, VERSION));
        if (answer.status() != 200 || answer.header("mcp-session-id").size() != 1) {
            throw new AssertionError("initialize was answered with " + answer.visible());
        }
        var client = new LegacyClient(
                raw,
                path,
                token,
                answer.header("mcp-session-id").getFirst(),
                answer.answer().path("result").path("protocolVersion").asText());
        client.raw.send(client.post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}"));
        return client;
    }

    public static RawRequest initialize(String path, String token, String version) {
        return RawRequest.post(
                        path,
                        "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\""
                                + version
                                + "\",\"capabilities\":{},\"clientInfo\":{\"name\":\"test\",\"version\":\"1\"}}}")
                .bearer(token);
    }

    public String session() {
        return session;
    }

    /** A POST of this session with {@code body}, not sent yet. */
    public RawRequest post(String body) {
        return RawRequest.post(path, body)
                .bearer(token)
                .with("Mcp-Session-Id", session)
                .with("MCP-Protocol-Version", version);
    }

    /** A request of this session, not sent yet; {@code params} may use single quotes for double ones. */
    public RawRequest request(String method, String params) {
        ObjectNode message = Json.object()
                .put("jsonrpc", "2.0")
                .put("id", ids.getAndIncrement())
                .put("method", method);
        message.set("params", Json.quoted(params));
        return post(message.toString());
    }

    public RawResponse ask(String method, String params) {
        return raw.send(request(method, params));
    }

    public RawResponse callTool(String name, String arguments) {
        return raw.send(toolCall(name, arguments));
    }

    public RawRequest toolCall(String name, String arguments) {
        return request("tools/call", "{'name': " + Json.string(name) + ", 'arguments': " + arguments + "}");
    }

    /** The standing stream of the session. */
    public EventStream listen() {
        return raw.open(bodiless("GET").with("Accept", "text/event-stream"));
    }

    public RawResponse end() {
        return raw.send(bodiless("DELETE"));
    }

    public RawRequest bodiless(String method) {
        return RawRequest.of(method, path)
                .bearer(token)
                .with("Mcp-Session-Id", session)
                .with("MCP-Protocol-Version", version);
    }
}
