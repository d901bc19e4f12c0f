package dev.gatehouse.model.resource;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** A ServiceAccount of the client's own namespace whose projected token (audience {@code gatehouse}) authenticates it. */
public record ServiceAccountRef(
        @Mandatory
        @JsonPropertyDescription("The name of the ServiceAccount, in the namespace of the client.")
        @ObjectName
        String name) {}
