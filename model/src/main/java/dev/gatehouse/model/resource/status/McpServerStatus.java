package dev.gatehouse.model.resource.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.gatehouse.model.resource.McpServer;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of {@link McpServer an upstream server}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record McpServerStatus(
        @JsonPropertyDescription("The generation of the spec that was judged.") @Min(0)
        long observedGeneration,

        @JsonPropertyDescription("One of each type.") @Size(max = Bounded.MOST_CONDITIONS)
        List<Condition> conditions,

        @JsonPropertyDescription("The key in force in /servers/{key}/mcp; absent while the server is refused.")
        @Size(max = 62)
        @Nullable
        String key,

        @JsonPropertyDescription("Where the gateway forwards to; absent while that cannot be told.")
        @Size(max = 4_096)
        @Nullable
        String url,

        @JsonPropertyDescription("What a gateway found when it asked the upstream; absent until then.") @Nullable
        DiscoveryStatus discovered,

        @JsonPropertyDescription("What works and deserves a look.") @Size(max = Bounded.MOST_WARNINGS)
        List<@Size(max = Bounded.LONGEST_SENTENCE) String> warnings)
        implements ObservedStatus {

    public McpServerStatus(
            long observedGeneration,
            @Nullable List<Condition> conditions,
            @Nullable String key,
            @Nullable String url,
            @Nullable DiscoveryStatus discovered,
            @Nullable List<String> warnings) {
        this.observedGeneration = observedGeneration;
        this.conditions = Bounded.list(conditions, Bounded.MOST_CONDITIONS);
        this.key = key;
        this.url = url;
        this.discovered = discovered;
        this.warnings = Bounded.sentences(warnings);
    }
}
