package dev.gatehouse.model.resource;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an {@link McpAllowList} says: its rules, and from which namespaces they may be referred to. */
public record McpAllowListSpec(@Nullable String description, List<Rule> rules, AllowedNamespaces allowedNamespaces) {

    public McpAllowListSpec(
            @Nullable String description, @Nullable List<Rule> rules, @Nullable AllowedNamespaces allowedNamespaces) {
        this.description = description;
        this.rules = rules == null ? List.of() : List.copyOf(rules);
        this.allowedNamespaces = allowedNamespaces == null ? AllowedNamespaces.SAME : allowedNamespaces;
    }
}
