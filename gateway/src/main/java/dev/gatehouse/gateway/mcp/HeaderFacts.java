package dev.gatehouse.gateway.mcp;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The headers that speak about a message. Each was found at most once (the HTTP side refuses repeated ones).
 *
 * @param protocolVersion {@code MCP-Protocol-Version}
 * @param mcpMethod {@code Mcp-Method}
 * @param mcpName {@code Mcp-Name}
 * @param sessionId {@code Mcp-Session-Id}
 * @param params {@code Mcp-Param-*} by lower-case name, as received
 */
public record HeaderFacts(
        @Nullable String protocolVersion,
        @Nullable String mcpMethod,
        @Nullable String mcpName,
        @Nullable String sessionId,
        Map<String, String> params) {

    public static final HeaderFacts NONE = new HeaderFacts(null, null, null, null, Map.of());

    public HeaderFacts {
        params = Map.copyOf(params);
    }
}
