package dev.gatehouse.model.resource;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import org.jspecify.annotations.Nullable;

/** How much one principal may ask for, over all of its sessions and connections together. Absent: the gateway's default. */
public record ClientLimits(
        @JsonPropertyDescription("Requests in any minute.") @Min(1) @Nullable
        Integer requestsPerMinute,

        @JsonPropertyDescription("Requests under way at the same time.") @Min(1) @Nullable
        Integer maxConcurrent) {}
