package dev.gatehouse.gateway.mcp;

import java.util.Map;

/**
 * A request of 2026-07-28. Headers and body agree, and its target ({@link Method#target()}) is present and well-formed.
 *
 * @param meta of the request
 * @param paramHeaders {@code Mcp-Param-*} by lower-case name, bounded and soundly encoded; they go upstream as they are
 */
public record ModernCall(Method method, Message message, String version, Meta meta, Map<String, String> paramHeaders) {

    public ModernCall {
        paramHeaders = Map.copyOf(paramHeaders);
    }
}
