package dev.gatehouse.operator.reconcile;

import dev.gatehouse.operator.fleet.FleetState;
import dev.gatehouse.operator.status.FleetView;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Follows the fleet, and knows since when it has been empty, and when it can be whole. Thread-safe. */
public final class FleetTracker {

    /** Longer than gateways take to find a new leader or, where there is one only, to be restarted. */
    public static final Duration ABSENCE = Duration.ofSeconds(15);

    /** As long as a gateway that lives takes at most to dial a new leader: its longest pause, and some more. */
    public static final Duration GATHERING = Duration.ofSeconds(6);

    private final LongSupplier nanos;
    private FleetState state = FleetState.EMPTY;
    private long emptySince;
    private long wholeFrom;
    private long assured;

    public FleetTracker(LongSupplier nanos) {
        this.nanos = nanos;
        this.emptySince = nanos.getAsLong();
        this.wholeFrom = emptySince;
    }

    /**
     * Whoever takes the lead knows no gateway, and takes it that they are where {@code version} is. They come one by one.
     *
     * @param first nobody has led before, so that there are none to wait for
     */
    public synchronized void leadTaken(long version, boolean first) {
        state = FleetState.EMPTY;
        emptySince = nanos.getAsLong();
        wholeFrom = first ? emptySince : emptySince + GATHERING.toNanos();
        assured = version;
    }

    public synchronized void changed(FleetState next) {
        if (!next.replicas().isEmpty()) {
            assured = isGathering() ? assured : next.appliedByAll();
        } else if (!state.replicas().isEmpty()) {
            emptySince = nanos.getAsLong();
        }
        state = next;
    }

    public synchronized FleetView view() {
        boolean settled = nanos.getAsLong() - emptySince >= ABSENCE.toNanos();
        return new FleetView(state, isGathering(), settled, assured);
    }

    private boolean isGathering() {
        return nanos.getAsLong() - wholeFrom < 0;
    }
}
