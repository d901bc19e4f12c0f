package dev.gatehouse.model.resource;

import org.jspecify.annotations.Nullable;

/** A reference to an {@link McpAllowList}; without a namespace, in that of the object that refers to it. */
public record AllowListRef(String name, @Nullable String namespace) {}
