package dev.gatehouse.model.resource;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A ServiceAccount of the client's own namespace whose projected token (audience {@code gatehouse}) authenticates it. */
public record ServiceAccountRef(
        @JsonProperty(required = true) String name) {}
