package dev.gatehouse.gateway.catalogue;

import java.time.Duration;

/**
 * How long one request on the aggregate waits for upstreams, whatever it needs of them: begun when it is made. Nobody waits
 * longer, as whatever comes later is told to open streams.
 */
record Patience(long since, Duration limit) {

    /** For servers that were never asked. */
    static final Duration FIRST = Duration.ofSeconds(1);

    Patience() {
        this(FIRST);
    }

    Patience(Duration limit) {
        this(System.nanoTime(), limit);
    }

    /** When it is over, by {@link System#nanoTime}. */
    long deadline() {
        return since + limit.toNanos();
    }
}
