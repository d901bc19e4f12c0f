package dev.gatehouse.model.resource;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of an allow-list. With none of {@code tools}, {@code prompts}, {@code resources} it grants the whole server;
 * as soon as one is present, a missing one grants nothing. An empty list grants nothing.
 */
public record Rule(
        @Mandatory
        @JsonPropertyDescription(
                "The name of an McpServer, or \"*\" for every server that may be granted from here, also future ones.")
        @Size(min = 1, max = ObjectName.LONGEST)
        @ValidationRule(value = "self == '*' || self.matches(r'" + ObjectName.PATTERN + "')", message = SERVER_MESSAGE)
        String server,

        @JsonPropertyDescription("Where the server stands. Default: the namespace of the object that holds the rule.")
        @LabelName
        @Nullable
        String namespace,

        @JsonPropertyDescription("The tools that are granted: exact names, or globs whose only wildcard is \"*\".")
        @Size(max = MOST_PATTERNS)
        @Nullable
        List<@Size(min = 1, max = LONGEST_NAME) String> tools,

        @JsonPropertyDescription("The prompts that are granted: exact names, or globs whose only wildcard is \"*\".")
        @Size(max = MOST_PATTERNS)
        @Nullable
        List<@Size(min = 1, max = LONGEST_NAME) String> prompts,

        @JsonPropertyDescription("The resources that are granted: exact URIs, or globs whose only wildcard is \"*\".")
        @Size(max = MOST_PATTERNS)
        @Nullable
        List<@Size(min = 1, max = LONGEST_URI) String> resources,

        @JsonPropertyDescription(
                "Subtracts from every grant for this server in the same rule set; an exception always wins.")
        @Nullable
        Exceptions except) {

    public static final String EVERY_SERVER = "*";

    public static final String SERVER_MESSAGE =
            "must be the name of an McpServer, or \"*\" for every one; no other wildcard is understood here";

    /** Rules in one rule set. */
    public static final int MOST_RULES = 1_000;

    /** Entries of one list. */
    public static final int MOST_PATTERNS = 1_000;

    /** The longest name of a tool or prompt, in characters. */
    public static final int LONGEST_NAME = 256;

    /** The longest URI of a resource, in characters. */
    public static final int LONGEST_URI = 2_048;

    public Rule {
        tools = tools == null ? null : List.copyOf(tools);
        prompts = prompts == null ? null : List.copyOf(prompts);
        resources = resources == null ? null : List.copyOf(resources);
    }

    public boolean grantsWholeServer() {
        return tools == null && prompts == null && resources == null;
    }

    /** What a rule takes away again. */
    public record Exceptions(
            @JsonPropertyDescription("Tools that are not granted after all.") @Size(max = MOST_PATTERNS)
            List<@Size(min = 1, max = LONGEST_NAME) String> tools,

            @JsonPropertyDescription("Prompts that are not granted after all.") @Size(max = MOST_PATTERNS)
            List<@Size(min = 1, max = LONGEST_NAME) String> prompts,

            @JsonPropertyDescription("Resources that are not granted after all.") @Size(max = MOST_PATTERNS)
            List<@Size(min = 1, max = LONGEST_URI) String> resources) {

        public Exceptions(
                @Nullable List<String> tools, @Nullable List<String> prompts, @Nullable List<String> resources) {
            this.tools = tools == null ? List.of() : List.copyOf(tools);
            this.prompts = prompts == null ? List.of() : List.copyOf(prompts);
            this.resources = resources == null ? List.of() : List.copyOf(resources);
        }
    }
}
