package dev.gatehouse.gateway.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** One object for a person to read: a line for each value, indented as deep as it stands. */
final class Outline {

    private static final String STEP = "  ";

    private Outline() {}

    static String of(JsonNode object) {
        var text = new StringBuilder();
        members(object, "", text);
        return text.toString();
    }

    private static void members(JsonNode object, String indent, StringBuilder text) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            text.append(indent).append(SafeText.line(member.getKey())).append(':');
            value(member.getValue(), indent + STEP, text);
        }
    }

    private static void value(JsonNode value, String indent, StringBuilder text) {
        if (value.isValueNode()) {
            text.append(' ').append(SafeText.line(value.asText())).append('\n');
        } else if (value.isEmpty()) {
            text.append(value.isArray() ? " []\n" : " {}\n");
        } else if (value.isArray()) {
            text.append('\n');
            value.forEach(item -> item(item, indent, text));
        } else {
            text.append('\n');
            members(value, indent, text);
        }
    }

    private static void item(JsonNode item, String indent, StringBuilder text) {
        if (item.isObject() && !item.isEmpty()) {
            var inner = new StringBuilder();
            members(item, indent + STEP, inner);
            text.append(indent).append("- ").append(inner.substring(indent.length() + STEP.length()));
        } else {
            text.append(indent).append('-');
            value(item, indent + STEP, text);
        }
    }
}
