package dev.gatehouse.gateway.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.gateway.mcp.BoundedJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Turns {@code name=value}, which is text, into the types that a tool's {@code inputSchema} declares. A property that
 * takes a string, or that says nothing about its type, gets the text as it is.
 */
final class TypedArguments {

    private final JsonNode properties;

    TypedArguments(JsonNode inputSchema) {
        properties = inputSchema.path("properties");
    }

    /** @throws IllegalArgumentException when a value is of another type; the message names it and the type */
    void addTo(ObjectNode arguments, Map<String, String> texts) {
        texts.forEach((name, text) -> arguments.set(name, typed(name, text)));
    }

    private JsonNode typed(String name, String text) {
        List<String> types = types(properties.path(name).path("type"));
        if (types.isEmpty() || types.contains("string")) {
            return TextNode.valueOf(text);
        }
        JsonNode value = json(text);
        if (types.stream().noneMatch(type -> isOf(type, value))) {
            throw new IllegalArgumentException(
                    "--arg " + name + ": '" + text + "' is not of type " + String.join(" or ", types));
        }
        return value;
    }

    private static List<String> types(JsonNode type) {
        return type.isTextual()
                ? List.of(type.asText())
                : type.valueStream().map(JsonNode::asText).toList();
    }

    /** The one JSON value that {@code text} is, or missing. */
    private static JsonNode json(String text) {
        ObjectNode wrapped = BoundedJson.object(("{\"value\":" + text + "}").getBytes(StandardCharsets.UTF_8));
        return wrapped == null || wrapped.size() != 1 ? MissingNode.getInstance() : wrapped.path("value");
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            case "null" -> value.isNull();
            default -> !value.isMissingNode();
        };
    }
}
