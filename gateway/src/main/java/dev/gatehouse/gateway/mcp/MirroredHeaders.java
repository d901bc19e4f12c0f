package dev.gatehouse.gateway.mcp;

import org.jspecify.annotations.Nullable;

/**
 * The headers that a modern upstream compares with the body, generated from what was authorised and never copied from
 * the caller. Legacy upstreams get none of them.
 *
 * @param protocolVersion {@code MCP-Protocol-Version}
 * @param method {@code Mcp-Method}
 * @param name {@code Mcp-Name}; absent where the method has no name and no URI
 */
public record MirroredHeaders(
        String protocolVersion, String method, @Nullable String name) {

    /** @param target the name or URI as the upstream will read it in the body; null where the method has neither */
    public static MirroredHeaders of(Message message, @Nullable String target) {
        return of(message.method(), target);
    }

    /** The same for a message that the gateway itself makes. */
    public static MirroredHeaders of(String method, @Nullable String target) {
        return new MirroredHeaders(Versions.MODERN, method, target == null ? null : encoded(target));
    }

    /** A value as a header can carry it, in the way that readers of {@code Mcp-Name} and {@code Mcp-Param-*} decode. */
    public static String encoded(String value) {
        return HeaderValue.encode(value);
    }
}
