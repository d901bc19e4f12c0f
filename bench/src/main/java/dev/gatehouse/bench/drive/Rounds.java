package dev.gatehouse.bench.drive;

import java.time.Duration;

/**
 * How long is measured.
 *
 * @param ramp load before each round that is not counted
 */
public record Rounds(int count, Duration length, Duration ramp) {

    public static Rounds thorough() {
        return new Rounds(5, Duration.ofSeconds(2), Duration.ofMillis(200));
    }

    public static Rounds quick() {
        return new Rounds(1, Duration.ofMillis(500), Duration.ofMillis(100));
    }

    public Rounds times(int number) {
        return new Rounds(number, length, ramp);
    }
}
