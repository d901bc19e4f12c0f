package dev.gatehouse.model.resource.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.gatehouse.model.resource.McpGateway;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of {@link McpGateway the fleet}. The only status that counts replicas: a gateway that comes or goes must not
 * rewrite every object.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record McpGatewayStatus(
        @JsonPropertyDescription("The generation of the spec that was judged.") @Min(0)
        long observedGeneration,

        @JsonPropertyDescription("One of each type.") @Size(max = Bounded.MOST_CONDITIONS)
        List<Condition> conditions,

        @JsonPropertyDescription("The connected gateways, sorted by name.") @Size(max = Bounded.MOST_REPLICAS)
        List<ReplicaStatus> replicas,

        @JsonPropertyDescription("How many of the replicas enforce configVersion, such as 2/3.")
        @Size(max = 32)
        @Nullable
        String inSync,

        @JsonPropertyDescription("The version of the configuration that was published last.") @Nullable
        Long configVersion,

        @JsonPropertyDescription("What works and deserves a look.") @Size(max = Bounded.MOST_WARNINGS)
        List<@Size(max = Bounded.LONGEST_SENTENCE) String> warnings)
        implements ObservedStatus {

    public McpGatewayStatus(
            long observedGeneration,
            @Nullable List<Condition> conditions,
            @Nullable List<ReplicaStatus> replicas,
            @Nullable String inSync,
            @Nullable Long configVersion,
            @Nullable List<String> warnings) {
        this.observedGeneration = observedGeneration;
        this.conditions = Bounded.list(conditions, Bounded.MOST_CONDITIONS);
        this.replicas = Bounded.list(replicas, Bounded.MOST_REPLICAS);
        this.inSync = inSync;
        this.configVersion = configVersion;
        this.warnings = Bounded.sentences(warnings);
    }
}
