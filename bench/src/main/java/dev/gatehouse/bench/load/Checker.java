package dev.gatehouse.bench.load;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Holds the answers of one connection against what was expected. Not thread-safe. */
final class Checker {

    private static final byte[] ID_MEMBER = "\"id\":".getBytes(StandardCharsets.US_ASCII);

    private final Expected expected;
    private final byte[] marker;
    private final byte[] repeated;
    private final byte[] digits;
    private int idAt = -1;
    private int markerAt = -1;
    private int length = -1;

    /** @param digits the id of the request in flight, changed in place by whoever sends it */
    Checker(Expected expected, byte[] digits) {
        this.expected = expected;
        this.marker = expected.markerBytes();
        this.repeated = expected.repeatedBytes();
        this.digits = digits;
    }

    /** What is wrong with {@code answer}; null when nothing is. */
    @Nullable
    String fault(LoadAnswer answer) {
        if (answer.status() != expected.status()) {
            return "status " + answer.status() + " instead of " + expected.status() + ": " + answer.excerpt();
        }
        if (expected.withId() && !hasId(answer)) {
            return "an answer without the id of its request: " + answer.excerpt();
        }
        if (marker.length > 0 && !hasMarker(answer)) {
            return "an answer without \"" + expected.marker() + "\": " + answer.excerpt();
        }
        return repeated.length > 0 ? repetitionFault(answer) : null;
    }

    private boolean hasId(LoadAnswer answer) {
        if (idAt < 0 || !answer.matches(digits, idAt)) {
            idAt = answer.find(digits, 0);
        }
        return idAt >= ID_MEMBER.length && answer.matches(ID_MEMBER, idAt - ID_MEMBER.length);
    }

    private boolean hasMarker(LoadAnswer answer) {
        if (markerAt < 0 || !answer.matches(marker, markerAt)) {
            markerAt = answer.find(marker, 0);
        }
        return markerAt >= 0;
    }

    private @Nullable String repetitionFault(LoadAnswer answer) {
        if (length == answer.bodyLength()) {
            return null;
        }
        int times = answer.count(repeated);
        if (times != expected.times()) {
            return times + " times " + expected.repeated() + " instead of " + expected.times() + ": "
                    + answer.excerpt();
        }
        length = answer.bodyLength();
        return null;
    }
}
