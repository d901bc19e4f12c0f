package dev.gatehouse.gateway.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What an upstream says about itself when it is initialized or discovered.
 *
 * @param protocol the revision of MCP that was agreed on
 * @param capabilities not to be changed
 * @param instructions for whoever uses the server
 */
public record Introduction(
        String protocol, ObjectNode capabilities, @Nullable String instructions) {

    /** Longer instructions of one server are not passed on, in characters. */
    private static final int MAX_INSTRUCTIONS = 64 << 10;

    /** Of an {@code InitializeResult} or a {@code DiscoverResult}. */
    static Introduction of(String protocol, ObjectNode result) {
        JsonNode capabilities = result.path("capabilities");
        String text = result.path("instructions").asText("");
        return new Introduction(
                protocol,
                capabilities instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode(),
                text.isEmpty() || text.length() > MAX_INSTRUCTIONS ? null : text);
    }

    boolean offers(String capability) {
        return capabilities.path(capability).isObject();
    }

    /** Whether a capability has a member that is true, such as {@code listChanged}. */
    boolean offers(String capability, String member) {
        return capabilities.path(capability).path(member).asBoolean(false);
    }
}
