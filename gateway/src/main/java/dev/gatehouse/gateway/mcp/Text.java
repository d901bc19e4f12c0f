package dev.gatehouse.gateway.mcp;

/**
 * A string of a message, decoded, and where it stands.
 *
 * @param start offset in the body of the JSON value, its opening quote included
 * @param end offset behind its closing quote: {@code [start, end)} is what a splice replaces
 */
public record Text(String value, long start, long end) {}
