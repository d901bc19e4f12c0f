package dev.gatehouse.model.resource.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gatehouse.model.resource.McpAllowList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of {@link McpAllowList an allow-list}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record McpAllowListStatus(long observedGeneration, List<Condition> conditions, List<String> warnings)
        implements ObservedStatus {

    public McpAllowListStatus(
            long observedGeneration, @Nullable List<Condition> conditions, @Nullable List<String> warnings) {
        this.observedGeneration = observedGeneration;
        this.conditions = conditions == null ? List.of() : List.copyOf(conditions);
        this.warnings = warnings == null ? List.of() : List.copyOf(warnings);
    }
}
