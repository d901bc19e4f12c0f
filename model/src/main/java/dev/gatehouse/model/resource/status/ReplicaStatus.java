package dev.gatehouse.model.resource.status;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.gatehouse.model.resource.Mandatory;
import dev.gatehouse.model.resource.Rfc3339;
import io.fabric8.generator.annotation.Size;
import java.time.Instant;

/** One connected gateway. */
public record ReplicaStatus(
        @Mandatory @JsonPropertyDescription("As the gateway names itself.") @Size(max = Bounded.LONGEST_NAME)
        String name,

        @JsonPropertyDescription("The version of its software.") @Size(max = 128)
        String version,

        @JsonPropertyDescription("The version of the configuration that it confirmed last.")
        long appliedVersion,

        @JsonPropertyDescription("Since when it is connected.") @Rfc3339
        Instant connectedSince) {}
