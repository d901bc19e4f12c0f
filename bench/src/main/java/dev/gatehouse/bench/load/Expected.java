package dev.gatehouse.bench.load;

import java.nio.charset.StandardCharsets;

/**
 * What every answer to a request must be.
 *
 * @param marker text that only the right answer holds, the caller's own name for instance; empty: none
 * @param repeated text that must stand in the answer {@code times} times; looked for in the first answer of a
 *     connection, whose length the later ones must have
 * @param withId false for answers of a proxy that never saw the message
 */
public record Expected(int status, String marker, String repeated, int times, boolean withId) {

    public static Expected answer(String marker) {
        return new Expected(200, marker, "", 0, true);
    }

    public static Expected repeating(String repeated, int times, String marker) {
        return new Expected(200, marker, repeated, times, true);
    }

    public static Expected refusal(int status) {
        return new Expected(status, "", "", 0, false);
    }

    byte[] markerBytes() {
        return marker.getBytes(StandardCharsets.UTF_8);
    }

    byte[] repeatedBytes() {
        return repeated.getBytes(StandardCharsets.UTF_8);
    }
}
