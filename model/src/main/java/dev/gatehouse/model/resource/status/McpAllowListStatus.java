package dev.gatehouse.model.resource.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.gatehouse.model.resource.McpAllowList;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of {@link McpAllowList an allow-list}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record McpAllowListStatus(
        @JsonPropertyDescription("The generation of the spec that was judged.") @Min(0)
        long observedGeneration,

        @JsonPropertyDescription("One of each type.") @Size(max = Bounded.MOST_CONDITIONS)
        List<Condition> conditions,

        @JsonPropertyDescription("What works and deserves a look.") @Size(max = Bounded.MOST_WARNINGS)
        List<@Size(max = Bounded.LONGEST_SENTENCE) String> warnings)
        implements ObservedStatus {

    public McpAllowListStatus(
            long observedGeneration, @Nullable List<Condition> conditions, @Nullable List<String> warnings) {
        this.observedGeneration = observedGeneration;
        this.conditions = Bounded.list(conditions, Bounded.MOST_CONDITIONS);
        this.warnings = Bounded.sentences(warnings);
    }
}
