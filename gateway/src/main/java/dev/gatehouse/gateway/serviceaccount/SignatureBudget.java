package dev.gatehouse.gateway.serviceaccount;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A token bucket that holds one second's worth, kept as the one instant at which it would be full again. Thread-safe. */
final class SignatureBudget {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final long share;
    private final AtomicLong fullAgain = new AtomicLong(Long.MIN_VALUE);

    SignatureBudget(int perSecond) {
        this.share = SECOND / perSecond;
    }

    /** False: nothing is left, and nothing was spent. */
    boolean spend(Instant at) {
        long now = TimeUnit.SECONDS.toNanos(at.getEpochSecond()) + at.getNano();
        while (true) {
            long seen = fullAgain.get();
            // A clock that was set back must not lock callers out for longer than an empty bucket would.
            long from = Math.min(Math.max(seen, now), now + SECOND);
            boolean enough = from + share <= now + SECOND;
            if (fullAgain.compareAndSet(seen, enough ? from + share : from)) {
                return enough;
            }
        }
    }
}
