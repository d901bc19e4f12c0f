package dev.gatehouse.bench.compare;

import java.time.Duration;

/**
 * How long is measured.
 *
 * @param warmUp load on a JVM before a kind of traffic is measured for the first time
 * @param ramp load before each round that is not counted
 */
public record Rounds(int count, Duration length, Duration warmUp, Duration ramp) {

    public static Rounds thorough() {
        return new Rounds(3, Duration.ofSeconds(2), Duration.ofSeconds(8), Duration.ofMillis(200));
    }

    public static Rounds quick() {
        return new Rounds(1, Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofMillis(100));
    }
}
