package dev.gatehouse.gateway.dialect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.mcp.ListenFilter;
import dev.gatehouse.gateway.mcp.RequestId;
import dev.gatehouse.gateway.plan.Operation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A {@code subscriptions/listen}, written anew with the part of its filter that was granted, and what its stream says. */
public final class ListenRequest implements StreamWords {

    private static final String SUBSCRIPTION_ID = "io.modelcontextprotocol/subscriptionId";

    private final ObjectMapper json;
    private final RequestId id;
    private final ListenFilter asked;
    private final byte[] body;

    private ListenRequest(ObjectMapper json, RequestId id, ListenFilter asked, byte[] body) {
        this.json = json;
        this.id = id;
        this.asked = asked;
        this.body = body;
    }

    public static ListenRequest of(Asked asked, ObjectMapper json) {
        RequestId id = asked.id();
        if (id == null || !(asked.operation() instanceof Operation.Listen(ListenFilter filter))) {
            throw new IllegalStateException("the era's rules let no such listen pass");
        }
        return new ListenRequest(json, id, filter, asked.body());
    }

    /** The request as one upstream gets it, for its lists and these URIs. */
    public byte[] bodyFor(List<String> uris) {
        return bodyWith(filter(uris));
    }

    /** The request as an upstream gets it whose lists are listened to otherwise. */
    public byte[] bodyForOnly(List<String> uris) {
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
    public ByteBuffer acknowledgement(List<String> uris) {
        var params = json.createObjectNode();
        params.set("notifications", filter(uris));
        return utf8(notification("notifications/subscriptions/acknowledged", params));
    }

    /** One event for each of these lists that was asked for. */
    @Override
    public ByteBuffer listsChanged(Set<ListKind> kinds) {
        return utf8(kinds.stream()
                .filter(this::isAsked)
                .map(ListKind::capability)
                .distinct()
                .map(this::changed)
                .collect(Collectors.joining()));
    }

    private boolean isAsked(ListKind kind) {
        return switch (kind) {
            case TOOLS -> asked.toolsListChanged();
            case PROMPTS -> asked.promptsListChanged();
            case RESOURCES, TEMPLATES -> asked.resourcesListChanged();
        };
    }

    /** The last event: the request's result. */
    @Override
    public ByteBuffer lastWords() {
        return utf8(event("{\"jsonrpc\":\"2.0\",\"id\":" + id.json() + ",\"result\":{\"resultType\":\"complete\"}}"));
    }

    /** Whether this asks for anything when it may hear of these URIs. */
    public boolean asksAnything(List<String> uris) {
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

    private static ByteBuffer utf8(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
