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

    /** What stands for a message where a verb says all. */
    public static final Message NONE = new Message(Kind.NOTIFICATION, null, "", Params.ABSENT, 0);

    public enum Kind {
        REQUEST,
        NOTIFICATION,
        RESPONSE
    }
}
