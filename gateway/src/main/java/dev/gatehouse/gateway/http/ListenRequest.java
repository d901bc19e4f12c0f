package dev.gatehouse.gateway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.mcp.ListenFilter;
import dev.gatehouse.gateway.mcp.RequestId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A {@code subscriptions/listen}, written anew with the part of its filter that was granted. */
final class ListenRequest {

    private static final String SUBSCRIPTION_ID = "io.modelcontextprotocol/subscriptionId";

    private final ObjectMapper json;
    private final RequestId id;
    private final ListenFilter asked;
    private final byte[] body;

    ListenRequest(ObjectMapper json, RequestId id, ListenFilter asked, byte[] body) {
        this.json = json;
        this.id = id;
        this.asked = asked;
        this.body = body;
    }

    ListenFilter asked() {
        return asked;
    }

    /** The request as one upstream gets it, for its lists and these URIs. */
    byte[] bodyFor(List<String> uris) {
        return bodyWith(filter(uris));
    }

    /** The request as an upstream gets it whose lists are listened to otherwise. */
    byte[] bodyForOnly(List<String> uris) {
        return bodyWith(resources(json.createObjectNode(), uris));
    }

    private byte[] bodyWith(ObjectNode filter) {
        try {
            var message = (ObjectNode) json.readTree(body);
            ((ObjectNode) message.get("params")).set("notifications", filter);
            return json.writeValueAsBytes(message);
        } catch (IOException e) {
            throw new IllegalStateException("the scanner accepted what the parser refuses", e);
        }
    }

    /** The first event of a stream: what will be told. */
    String acknowledgement(List<String> uris) {
        var params = json.createObjectNode();
        params.set("notifications", filter(uris));
        return notification("notifications/subscriptions/acknowledged", params);
    }

    /** One event for each of these lists that was asked for. */
    String listsChanged(Set<ListKind> kinds) {
        return kinds.stream()
                .filter(this::isAsked)
                .map(ListKind::capability)
                .distinct()
                .map(this::changed)
                .collect(Collectors.joining());
    }

    private boolean isAsked(ListKind kind) {
        return switch (kind) {
            case TOOLS -> asked.toolsListChanged();
            case PROMPTS -> asked.promptsListChanged();
            case RESOURCES, TEMPLATES -> asked.resourcesListChanged();
        };
    }

    /** The last event: the request's result. */
    String completion() {
        return event("{\"jsonrpc\":\"2.0\",\"id\":" + id.json() + ",\"result\":{\"resultType\":\"complete\"}}");
    }

    /** Whether this asks for anything when it may hear of these URIs. */
    boolean asksAnything(List<String> uris) {
        return asked.toolsListChanged()
                || asked.promptsListChanged()
                || asked.resourcesListChanged()
                || !uris.isEmpty();
    }

    private ObjectNode filter(List<String> uris) {
        ObjectNode filter = json.createObjectNode();
        flag(filter, "toolsListChanged", asked.toolsListChanged());
        flag(filter, "promptsListChanged", asked.promptsListChanged());
        flag(filter, "resourcesListChanged", asked.resourcesListChanged());
        return resources(filter, uris);
    }

    private static ObjectNode resources(ObjectNode filter, List<String> uris) {
        if (!uris.isEmpty()) {
            ArrayNode list = filter.putArray("resourceSubscriptions");
            uris.forEach(list::add);
        }
        return filter;
    }

    private static void flag(ObjectNode filter, String name, boolean value) {
        if (value) {
            filter.put(name, true);
        }
    }

    private String changed(String list) {
        return notification("notifications/" + list + "/list_changed", json.createObjectNode());
    }

    private String notification(String method, ObjectNode params) {
        try {
            params.putObject("_meta").set(SUBSCRIPTION_ID, json.readTree(id.json()));
            var message = json.createObjectNode().put("jsonrpc", "2.0").put("method", method);
            message.set("params", params);
            return event(json.writeValueAsString(message));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request id is JSON", e);
        }
    }

    private static String event(String data) {
        return "event: message\ndata: " + data + "\n\n";
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
