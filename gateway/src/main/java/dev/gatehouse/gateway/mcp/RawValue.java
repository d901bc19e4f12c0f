package dev.gatehouse.gateway.mcp;

/**
 * A token of a message that is a string or an integer: a progress token, the id a cancellation names.
 *
 * @param json the canonical JSON text, as in {@link RequestId#json()}
 * @param start offset in the body where the value begins
 * @param end offset behind it
 */
public record RawValue(String json, long start, long end) {}
