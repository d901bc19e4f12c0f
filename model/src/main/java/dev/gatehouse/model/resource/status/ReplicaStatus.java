package dev.gatehouse.model.resource.status;

import dev.gatehouse.model.resource.Rfc3339;
import java.time.Instant;

/**
 * One connected gateway.
 *
 * @param version of its software
 * @param appliedVersion of the configuration that it has confirmed last
 */
public record ReplicaStatus(
        String name,
        String version,
        long appliedVersion,
        @Rfc3339 Instant connectedSince) {}
