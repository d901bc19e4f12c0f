package dev.gatehouse.operator.fleet;

import java.util.List;

/**
 * The gateways that are connected and have acknowledged something.
 *
 * @param replicas sorted by name
 */
public record FleetState(List<Replica> replicas) {

    public static final FleetState EMPTY = new FleetState(List.of());

    public FleetState {
        replicas = List.copyOf(replicas);
    }

    /** The version that every replica has reached; 0 if there is none. */
    public long appliedByAll() {
        return replicas.stream().mapToLong(Replica::appliedVersion).min().orElse(0);
    }
}
