package dev.gatehouse.model.resource.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gatehouse.model.resource.McpGateway;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of {@link McpGateway the fleet}. The only status that counts replicas: a gateway that comes or goes must not
 * rewrite every object.
 *
 * @param replicas sorted by name
 * @param inSync how many of the replicas enforce {@code configVersion}, such as {@code 2/3}
 * @param configVersion of the configuration that was published last
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record McpGatewayStatus(
        long observedGeneration,
        List<Condition> conditions,
        List<ReplicaStatus> replicas,
        @Nullable String inSync,
        @Nullable Long configVersion,
        List<String> warnings)
        implements ObservedStatus {

    public McpGatewayStatus(
            long observedGeneration,
            @Nullable List<Condition> conditions,
            @Nullable List<ReplicaStatus> replicas,
            @Nullable String inSync,
            @Nullable Long configVersion,
            @Nullable List<String> warnings) {
        this.observedGeneration = observedGeneration;
        this.conditions = conditions == null ? List.of() : List.copyOf(conditions);
        this.replicas = replicas == null ? List.of() : List.copyOf(replicas);
        this.inSync = inSync;
        this.configVersion = configVersion;
        this.warnings = warnings == null ? List.of() : List.copyOf(warnings);
    }
}
