package dev.gatehouse.model.resource;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** A reference to an {@link McpAllowList}. */
public record AllowListRef(
        @Mandatory @JsonPropertyDescription("The name of the McpAllowList.") @ObjectName
        String name,

        @JsonPropertyDescription("Where the list stands. Default: the namespace of the object that refers to it.")
        @LabelName
        @Nullable
        String namespace) {}
