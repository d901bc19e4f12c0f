package dev.gatehouse.gateway.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A well-behaved caller of 2026-07-28 on one endpoint: it writes {@code _meta} and the mirrored headers right. Each
 * request can be taken as a {@link RawRequest} first and spoilt before it is sent.
 */
public final class ModernClient {

    public static final String VERSION = "2026-07-28";
    public static final String META = "io.modelcontextprotocol/";

    private final RawClient raw;
    private final String path;
    private final String token;
    private final AtomicInteger ids = new AtomicInteger(1);

    public ModernClient(RawClient raw, String path, String token) {
        this.raw = raw;
        this.path = path;
        this.token = token;
    }

    /** A request, not sent yet; {@code params} may use single quotes for double ones. */
    public RawRequest request(String method, String params) {
        return mirrored(message(method, params));
    }

    /** The message of a request with all that {@code _meta} must hold. */
    public ObjectNode message(String method, String params) {
        ObjectNode own = Json.quoted(params);
        ObjectNode meta = own.withObject("/_meta");
        meta.put(META + "protocolVersion", VERSION);
        meta.putObject(META + "clientCapabilities");
        meta.putObject(META + "clientInfo").put("name", "test").put("version", "1");
        ObjectNode message = Json.object()
                .put("jsonrpc", "2.0")
                .put("id", ids.getAndIncrement())
                .put("method", method);
        message.set("params", own);
        return message;
    }

    /** {@code message} under headers that agree with it. */
    public RawRequest mirrored(ObjectNode message) {
        RawRequest request = RawRequest.post(path, message.toString())
                .bearer(token)
                .with("MCP-Protocol-Version", VERSION)
                .with("Mcp-Method", message.path("method").asText());
        JsonNode params = message.path("params");
        return switch (message.path("method").asText()) {
            case "tools/call", "prompts/get" ->
                request.with("Mcp-Name", encoded(params.path("name").asText()));
            case "resources/read" ->
                request.with("Mcp-Name", encoded(params.path("uri").asText()));
            default -> request;
        };
    }

    public RawRequest toolCall(String name, String arguments) {
        return request("tools/call", "{'name': " + Json.string(name) + ", 'arguments': " + arguments + "}");
    }

    public RawResponse ask(String method, String params) {
        return raw.send(request(method, params));
    }

    public RawResponse callTool(String name, String arguments) {
        return raw.send(toolCall(name, arguments));
    }

    /** Opens {@code subscriptions/listen} with the filter {@code notifications}. */
    public EventStream listen(String notifications) {
        return raw.open(request("subscriptions/listen", "{'notifications': " + notifications + "}"));
    }

    /** {@code value} as a mirrored header spells it. */
    public static String encoded(String value) {
        boolean plain = US_ASCII.newEncoder().canEncode(value)
                && value.chars().allMatch(c -> c >= 0x20 && c < 0x7f)
                && value.strip().equals(value)
                && !value.startsWith("=?base64?");
        return plain ? value : "=?base64?" + Base64.getEncoder().encodeToString(value.getBytes(UTF_8)) + "?=";
    }
}
