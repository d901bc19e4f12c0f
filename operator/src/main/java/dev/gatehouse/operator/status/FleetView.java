package dev.gatehouse.operator.status;

import dev.gatehouse.operator.fleet.FleetState;

/**
 * The gateways, and what their absence means. After a change of the leader, or the restart of a lone gateway, nobody is
 * connected for a moment: it would be wrong to tell that on every object there is.
 *
 * @param gathering whether gateways may be on their way here that enforce less than those that have come
 * @param settled whether an empty fleet is one that has been empty for long
 * @param assured the version that gateways enforced when they were last seen; what changed later is not known to be enforced
 */
public record FleetView(FleetState state, boolean gathering, boolean settled, long assured) {

    /** Takes the version from which on the object has been what it is now. */
    public Progress progress(long since) {
        if (!gathering && !state.replicas().isEmpty()) {
            return state.appliedByAll() >= since ? Progress.APPLIED : Progress.PENDING;
        }
        if (!gathering && settled) {
            return Progress.NO_GATEWAYS;
        }
        return since <= assured ? Progress.UNSETTLED : Progress.PENDING;
    }
}
