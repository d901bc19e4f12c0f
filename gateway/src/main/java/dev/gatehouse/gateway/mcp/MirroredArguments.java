package dev.gatehouse.gateway.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Mcp-Param-*} headers of a tool call that the gateway itself makes: arguments that the tool's input schema
 * marks with {@code x-mcp-header}, at any depth of {@code properties} (MCP 2026-07-28, transports).
 */
public final class MirroredArguments {

    private static final String MARK = "x-mcp-header";
    private static final int MAX_HEADERS = 32;
    private static final int MAX_DEPTH = 16;
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private MirroredArguments() {}

    public static Map<String, String> headers(JsonNode inputSchema, ObjectNode arguments) {
        Map<String, String> headers = new LinkedHashMap<>();
        collect(inputSchema, arguments, headers, MAX_DEPTH);
        return headers;
    }

    private static void collect(JsonNode schema, JsonNode arguments, Map<String, String> headers, int depth) {
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            JsonNode argument = arguments.path(property.getKey());
            String mark = property.getValue().path(MARK).asText("");
            String text = text(argument);
            if (text != null && HEADER.matcher(mark).matches() && headers.size() < MAX_HEADERS) {
                headers.put("Mcp-Param-" + mark, MirroredHeaders.encoded(text));
            }
            if (argument.isObject() && depth > 0) {
                collect(property.getValue(), argument, headers, depth - 1);
            }
        }
    }

    private static @Nullable String text(JsonNode argument) {
        return argument.isTextual() || argument.isIntegralNumber() || argument.isBoolean() ? argument.asText() : null;
    }
}
