package dev.gatehouse.gateway.mcp;

import org.jspecify.annotations.Nullable;

/**
 * A request or notification of 2025-11-25 or before. Its target ({@link Method#target()}) is present and well-formed.
 *
 * @param version what the caller speaks: the header's, else the session's, else {@link Versions#ASSUMED_LEGACY}
 * @param sessionId as sent; nobody has looked into it yet
 */
public record LegacyCall(
        Method method,
        Message message,
        String version,
        @Nullable String sessionId) {}
