package dev.gatehouse.model.access;
/** TODO */
public record StateDigest(long a, long b, long c, long d) {}
