package dev.gatehouse.gateway.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What one principal uses. The rate is a token bucket that holds one minute's worth, kept as the single instant at which
 * it would be full again: each request moves that instant on by its share of a minute, and may not move it further than a
 * minute ahead. So a changed rate takes effect at once and nothing has to be refilled.
 */
final class Usage {

    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final AtomicLong fullAgain = new AtomicLong(Long.MIN_VALUE);
    private final AtomicInteger running = new AtomicInteger();

    /** Zero: the request may go on. Else how long until it may, and nothing was spent. */
    Duration spend(int perMinute, Instant at) {
        if (perMinute <= 0) {
            return Duration.ofMinutes(1);
        }
        long share = MINUTE / perMinute;
        long now = TimeUnit.SECONDS.toNanos(at.getEpochSecond()) + at.getNano();
        while (true) {
            long seen = fullAgain.get();
            // A clock that was set back must not lock a principal out for longer than an empty bucket would.
            long from = Math.min(Math.max(seen, now), now + MINUTE);
            long excess = from + share - now - MINUTE;
            if (fullAgain.compareAndSet(seen, excess > 0 ? from : from + share)) {
                return Duration.ofNanos(Math.max(0, excess));
            }
        }
    }

    boolean enter(int atMost) {
        while (true) {
            int now = running.get();
            if (now >= atMost) {
                return false;
            }
            if (running.compareAndSet(now, now + 1)) {
                return true;
            }
        }
    }

    void leave() {
        running.decrementAndGet();
    }
}
