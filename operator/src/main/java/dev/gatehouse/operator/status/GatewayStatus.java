package dev.gatehouse.operator.status;

import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.status.McpGatewayStatus;
import dev.gatehouse.model.resource.status.ReplicaStatus;
import dev.gatehouse.operator.fleet.Replica;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The status of the fleet. The only one that tells replicas apart. */
public final class GatewayStatus implements StatusOf<McpGatewayStatus> {

    @Override
    public Desired<McpGatewayStatus> status(
            Situation situation, ResourceKey key, @Nullable McpGatewayStatus observed, Instant now) {
        Judgement judgement = situation.judge(key, false);
        var conditions = Conditions.of(judgement, Situation.conditionsOf(observed), now);
        long version = situation.published().version();
        List<Replica> replicas = situation.fleet().state().replicas();
        long inSync = replicas.stream()
                .filter(replica -> replica.appliedVersion() >= version)
                .count();
        var status = new McpGatewayStatus(
                judgement.generation(),
                conditions,
                replicas.stream().map(GatewayStatus::replica).toList(),
                inSync + "/" + replicas.size(),
                version,
                Warnings.of(judgement.findings()));
        return new Desired<>(status, Conditions.nextChange(conditions, now));
    }

    private static ReplicaStatus replica(Replica replica) {
        return new ReplicaStatus(
                replica.name(),
                replica.softwareVersion(),
                replica.appliedVersion(),
                replica.connectedSince().truncatedTo(ChronoUnit.SECONDS));
    }
}
