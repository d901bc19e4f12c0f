package dev.gatehouse.gateway.mcp;

/** Where a JSON value stands in a body: offsets {@code [start, end)}. */
public record Span(long start, long end) {}
