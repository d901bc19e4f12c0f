package dev.gatehouse.gateway.mcp;

import org.jspecify.annotations.Nullable;

/**
 * A JSON-RPC message whose every byte has been scanned and found unambiguous.
 *
 * @param id absent in notifications, and in an upstream's error that answers nothing
 * @param method empty in responses
 * @param length bytes of the body, surrounding whitespace included
 */
public record Message(Kind kind, @Nullable RequestId id, String method, Params params, long length) {

    public enum Kind {
        REQUEST,
        NOTIFICATION,
        RESPONSE
    }
}
