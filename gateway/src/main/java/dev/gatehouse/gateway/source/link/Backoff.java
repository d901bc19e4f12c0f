package dev.gatehouse.gateway.source.link;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before dialling again: doubling from {@code 0.2 s} to {@code 5 s}, of which a random half is taken off, so
 * that a fleet does not come back all at once. Not thread-safe.
 */
final class Backoff {

    private static final Duration SHORTEST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final RandomGenerator random;
    private Duration next = SHORTEST;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    Duration next() {
        long millis = next.toMillis();
        Duration twice = next.multipliedBy(2);
        next = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
        return Duration.ofMillis(millis - random.nextLong(millis / 2 + 1));
    }

    void reset() {
        next = SHORTEST;
    }
}
