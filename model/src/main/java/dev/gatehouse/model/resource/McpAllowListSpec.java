package dev.gatehouse.model.resource;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an {@link McpAllowList} says: its rules, and from which namespaces they may be referred to. */
public record McpAllowListSpec(
        @JsonPropertyDescription("For people.") @Size(max = LONGEST_DESCRIPTION) @Nullable
        String description,

        @JsonPropertyDescription("What the list grants, resolved from the list's own namespace.")
        @Size(max = Rule.MOST_RULES)
        List<Rule> rules,

        @JsonPropertyDescription("From which namespaces this list may be referred to.")
        AllowedNamespaces allowedNamespaces) {

    /** In characters; likewise of a client. */
    public static final int LONGEST_DESCRIPTION = 1_024;

    public McpAllowListSpec(
            @Nullable String description, @Nullable List<Rule> rules, @Nullable AllowedNamespaces allowedNamespaces) {
        this.description = description;
        this.rules = rules == null ? List.of() : List.copyOf(rules);
        this.allowedNamespaces = allowedNamespaces == null ? AllowedNamespaces.SAME : allowedNamespaces;
    }
}
