package dev.gatehouse.gateway.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.mcp.Versions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an upstream says about itself when it is initialized or discovered.
 *
 * @param protocol the revision of MCP that was agreed on
 * @param versions that it names to choose from, as far as the gateway speaks them; empty where it names none
 * @param capabilities not to be changed
 * @param instructions for whoever uses the server
 */
public record Introduction(
        String protocol,
        List<String> versions,
        ObjectNode capabilities,
        @Nullable String instructions) {

    public Introduction {
        versions = List.copyOf(versions);
    }

    /** Longer instructions of one server are not passed on, in characters. */
    private static final int MAX_INSTRUCTIONS = 64 << 10;

    /** Of an {@code InitializeResult} or a {@code DiscoverResult}. */
    static Introduction of(String protocol, ObjectNode result) {
        JsonNode capabilities = result.path("capabilities");
        String text = result.path("instructions").asText("");
        return new Introduction(
                protocol,
                versions(result),
                capabilities instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode(),
                text.isEmpty() || text.length() > MAX_INSTRUCTIONS ? null : text);
    }

    /** Those of a {@code DiscoverResult} that the gateway speaks, in the server's order. */
    static List<String> versions(ObjectNode result) {
        List<String> common = new ArrayList<>();
        for (JsonNode version : result.path("supportedVersions")) {
            if (Versions.SUPPORTED.contains(version.asText(""))) {
                common.add(version.asText());
            }
        }
        return common;
    }

    boolean offers(String capability) {
        return capabilities.path(capability).isObject();
    }

    /** Whether a capability has a member that is true, such as {@code listChanged}. */
    boolean offers(String capability, String member) {
        return capabilities.path(capability).path(member).asBoolean(false);
    }
}
