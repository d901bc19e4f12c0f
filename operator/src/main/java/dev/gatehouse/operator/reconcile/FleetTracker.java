package dev.gatehouse.operator.reconcile;

import dev.gatehouse.operator.fleet.FleetState;
import dev.gatehouse.operator.status.FleetView;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Follows the fleet, and knows since when it has been empty. Thread-safe. */
public final class FleetTracker {

    /** Longer than gateways take to find a new leader or, where there is one only, to be restarted. */
    public static final Duration ABSENCE = Duration.ofSeconds(15);

    private final LongSupplier nanos;
    private FleetState state = FleetState.EMPTY;
    private long emptySince;
    private long assured;

    public FleetTracker(LongSupplier nanos) {
        this.nanos = nanos;
        this.emptySince = nanos.getAsLong();
    }

    /** Whoever takes the lead knows no gateway, and takes it that they are where {@code version} is. */
    public synchronized void leadTaken(long version) {
        state = FleetState.EMPTY;
        emptySince = nanos.getAsLong();
        assured = version;
    }

    public synchronized void changed(FleetState next) {
        if (!next.replicas().isEmpty()) {
            assured = next.appliedByAll();
        } else if (!state.replicas().isEmpty()) {
            emptySince = nanos.getAsLong();
        }
        state = next;
    }

    public synchronized FleetView view() {
        boolean settled = nanos.getAsLong() - emptySince >= ABSENCE.toNanos();
        return new FleetView(state, settled, assured);
    }
}
