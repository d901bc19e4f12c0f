package dev.gatehouse.gateway.mcp;

/**
 * The id of a request as JSON text, ready to be echoed: a string, or an integer that every JSON reader keeps exactly.
 * Strings are written with as few escapes as possible, so ids that mean the same are equal.
 *
 * @param json at most {@value #MAX_BYTES} bytes on the wire
 */
public record RequestId(String json) {

    static final int MAX_BYTES = 256;
}
