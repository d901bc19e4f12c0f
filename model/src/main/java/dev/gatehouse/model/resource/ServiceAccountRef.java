package dev.gatehouse.model.resource;

/** A ServiceAccount of the client's own namespace whose projected token (audience {@code gatehouse}) authenticates it. */
public record ServiceAccountRef(String name) {}
