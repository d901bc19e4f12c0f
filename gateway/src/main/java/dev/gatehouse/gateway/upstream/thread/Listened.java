package dev.gatehouse.gateway.upstream.thread;

/** How listening to an upstream came to its end. */
public enum Listened {
    /** There was a stream, and it has ended. */
    ENDED,
    /** The upstream gives no such stream. */
    NONE,
    /** It could not be reached, or the connection broke before a stream began. */
    FAILED
}
