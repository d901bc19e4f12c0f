package dev.gatehouse.model.resource;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** A reference to an {@link McpAllowList}; without a namespace, in that of the object that refers to it. */
public record AllowListRef(
        @JsonProperty(required = true) String name,
        @Nullable String namespace) {}
