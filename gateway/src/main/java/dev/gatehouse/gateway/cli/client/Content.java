package dev.gatehouse.gateway.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;

/** What MCP results hold, as text: text as it is, anything else as a remark in brackets. Not yet harmless for a terminal. */
final class Content {

    private Content() {}

    /** Of a {@code CallToolResult}: its content, or where there is none its structured content. */
    static String ofCall(JsonNode result) {
        if (result.path("content").isEmpty() && result.has("structuredContent")) {
            return PrettyJson.of(result.path("structuredContent"));
        }
        return lines(result.path("content"));
    }

    /** Of a {@code GetPromptResult}: each message behind its role. */
    static String ofPrompt(JsonNode result) {
        return result.path("messages")
                .valueStream()
                .map(message -> message.path("role").asText("") + ": " + block(message.path("content")))
                .collect(Collectors.joining("\n"));
    }

    /** Of a {@code ReadResourceResult}. */
    static String ofResource(JsonNode result) {
        return result.path("contents").valueStream().map(Content::embedded).collect(Collectors.joining("\n"));
    }

    private static String lines(JsonNode blocks) {
        return blocks.valueStream().map(Content::block).collect(Collectors.joining("\n"));
    }

    private static String block(JsonNode block) {
        String type = block.path("type").asText("");
        return switch (type) {
            case "text" -> block.path("text").asText("");
            case "image", "audio" -> binary(type, block.path("mimeType"), block.path("data"));
            case "resource" -> embedded(block.path("resource"));
            case "resource_link" -> "[link to " + block.path("uri").asText("") + "]";
            default -> "[" + (type.isEmpty() ? "something without a type" : type) + "]";
        };
    }

    private static String embedded(JsonNode resource) {
        return resource.has("text")
                ? resource.path("text").asText("")
                : binary(resource.path("uri").asText(""), resource.path("mimeType"), resource.path("blob"));
    }

    private static String binary(String what, JsonNode mimeType, JsonNode base64) {
        long bytes = base64.asText("").replace("=", "").length() * 3L / 4;
        String type = mimeType.asText("");
        return "[" + what + (type.isEmpty() ? "" : ", " + type) + ", " + bytes + " bytes; --output json has them]";
    }
}
