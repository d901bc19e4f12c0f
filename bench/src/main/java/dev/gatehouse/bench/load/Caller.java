package dev.gatehouse.bench.load;

/** One caller of a closed loop: always the same request, the next one as soon as the answer is there. */
public record Caller(Request request, Expected expected) {}
