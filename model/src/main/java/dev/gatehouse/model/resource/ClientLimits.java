package dev.gatehouse.model.resource;

import org.jspecify.annotations.Nullable;

/** How much one principal may ask for, over all of its sessions and connections together. Absent: the gateway's default. */
public record ClientLimits(
        @Nullable Integer requestsPerMinute, @Nullable Integer maxConcurrent) {}
