package dev.gatehouse.model.resource;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import org.jspecify.annotations.Nullable;

/** How much one principal may ask for, over all of its sessions and connections together. Absent: the gateway's default. */
public record ClientLimits(
        @JsonPropertyDescription("Requests in any minute.") @Min(1) @Max(MOST_REQUESTS) @Nullable
        Integer requestsPerMinute,

        @JsonPropertyDescription("Requests under way at the same time.") @Min(1) @Max(MOST_AT_ONCE) @Nullable
        Integer maxConcurrent) {

    private static final int MOST_REQUESTS = 10_000_000;
    private static final int MOST_AT_ONCE = 1_000_000;
    private static final String ADVICE = "; to let nobody in, set suspend: true";

    public static final Range REQUESTS_PER_MINUTE = new Range(1, MOST_REQUESTS, ADVICE);
    public static final Range MAX_CONCURRENT = new Range(1, MOST_AT_ONCE, ADVICE);
}
