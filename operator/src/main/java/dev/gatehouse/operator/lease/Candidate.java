package dev.gatehouse.operator.lease;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One contender's view of the lease. It trusts no clock but its own, and of that only how far it has run: another's lease has
 * expired when it has not been seen to change for as long as it says. (client-go does the same; comparing the renewal's time
 * with the own clock would make whoever's clock is fast a thief.)
 *
 * <p>A leader counts its own time from before it asked for the renewal, so that it stops before anybody may follow it. Used
 * by one thread; {@link #isHeld()} and {@link #deadline()} by any.
 */
final class Candidate {

    private final LeaseStore store;
    private final String identity;
    private final LeaseTimes times;
    private final LongSupplier nanos;
    private final InstantSource clock;
    private @Nullable LeaseState seen;
    private long seenAt;
    private volatile long heldUntil;
    private volatile boolean held;
    private volatile boolean first;

    Candidate(LeaseStore store, String identity, LeaseTimes times, LongSupplier nanos, InstantSource clock) {
        this.store = store;
        this.identity = identity;
        this.times = times;
        this.nanos = nanos;
        this.clock = clock;
    }

    /** Whether this one may act as the leader at this very moment. */
    boolean isHeld() {
        return held && nanos.getAsLong() - heldUntil < 0;
    }

    /** Whether this one made the lease and has not lost it since: nobody has led before. */
    boolean isFirst() {
        return first;
    }

    /** When {@link #isHeld()} ends unless the lease is renewed, on the scale of the given nanoseconds. */
    long deadline() {
        return heldUntil;
    }

    /** Renews the lease, or takes it if it is free. An exception leaves things as they were, until the deadline. */
    void contend() {
        long begin = nanos.getAsLong();
        Optional<LeaseState> present = store.read();
        if (present.isEmpty()) {
            LeaseState none = new LeaseState("", times.leaseDuration(), clock.instant(), clock.instant(), -1, "");
            store.create(none.heldBy(identity, times.leaseDuration(), clock.instant()));
            first = seen == null;
            hold(begin);
            return;
        }
        LeaseState lease = present.get();
        observe(lease, begin);
        if (isFree(lease, begin)) {
            store.replace(lease.heldBy(identity, times.leaseDuration(), clock.instant()));
            first &= isHeld();
            hold(begin);
        } else {
            held = false;
        }
    }

    /** Gives the lease back, if it is held. */
    void giveBack() {
        boolean mine = held;
        held = false;
        if (mine) {
            store.read()
                    .filter(lease -> lease.holder().equals(identity))
                    .ifPresent(lease -> store.replace(lease.givenBack(clock.instant())));
        }
    }

    Optional<String> leader() {
        LeaseState last = seen;
        return isHeld() ? Optional.of(identity) : Optional.ofNullable(last).map(LeaseState::holder);
    }

    private void observe(LeaseState lease, long now) {
        if (!lease.equals(seen)) {
            seen = lease;
            seenAt = now;
        }
    }

    private boolean isFree(LeaseState lease, long now) {
        return lease.holder().isEmpty()
                || lease.holder().equals(identity)
                || now - seenAt > lease.duration().toNanos();
    }

    private void hold(long begin) {
        heldUntil = begin + times.renewDeadline().toNanos();
        held = true;
    }
}
