package dev.gatehouse.gateway.mcp;

/** The objects and arrays of a message in which the gateway reads. */
enum Place {
    MESSAGE,
    PARAMS,
    META,
    REF,
    NOTIFICATIONS,
    /** The array {@code params.notifications.resourceSubscriptions}. */
    URIS,
    /** Anything else: nobody looks inside. */
    ELSEWHERE
}
