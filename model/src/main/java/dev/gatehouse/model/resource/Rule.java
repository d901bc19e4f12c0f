package dev.gatehouse.model.resource;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of an allow-list. With none of {@code tools}, {@code prompts}, {@code resources} it grants the whole server;
 * as soon as one is present, a missing one grants nothing. An empty list grants nothing.
 *
 * @param server the name of an {@link McpServer}, or {@code "*"} for every server that may be granted from here
 * @param namespace where the server stands; absent: the namespace of the object that holds the rule
 * @param tools exact names or globs whose only wildcard is {@code *}; likewise prompts and resources (URIs)
 * @param except subtracts from every grant for this server in the same rule set; an exception always wins
 */
public record Rule(
        @JsonProperty(required = true) String server,
        @Nullable String namespace,
        @Nullable List<String> tools,
        @Nullable List<String> prompts,
        @Nullable List<String> resources,
        @Nullable Exceptions except) {

    public static final String EVERY_SERVER = "*";

    public Rule {
        tools = tools == null ? null : List.copyOf(tools);
        prompts = prompts == null ? null : List.copyOf(prompts);
        resources = resources == null ? null : List.copyOf(resources);
    }

    public boolean grantsWholeServer() {
        return tools == null && prompts == null && resources == null;
    }

    /** What a rule takes away again. */
    public record Exceptions(List<String> tools, List<String> prompts, List<String> resources) {

        public Exceptions(
                @Nullable List<String> tools, @Nullable List<String> prompts, @Nullable List<String> resources) {
            this.tools = tools == null ? List.of() : List.copyOf(tools);
            this.prompts = prompts == null ? List.of() : List.copyOf(prompts);
            this.resources = resources == null ? List.of() : List.copyOf(resources);
        }
    }
}
