package dev.gatehouse.model.translate;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether a token could be guessed. A digest protects only what has entropy, so that a short or monotonous token must not
 * authenticate anybody.
 */
public final class TokenStrength {

    static final int FEWEST_BYTES = 16;
    static final int FEWEST_DISTINCT = 8;

    private TokenStrength() {}

    /** Files and hand-made Secrets end in a newline that nobody means. */
    public static byte[] withoutNewline(byte[] value) {
        int end = value.length;
        if (end > 0 && value[end - 1] == '\n') {
            end--;
            if (end > 0 && value[end - 1] == '\r') {
                end--;
            }
        }
        return end == value.length ? value : Arrays.copyOf(value, end);
    }

    /** What is wrong, as the rest of a sentence; null if it will do. Tells nothing of the token. */
    public static @Nullable String weakness(byte[] token) {
        if (token.length < FEWEST_BYTES) {
            return "is shorter than " + FEWEST_BYTES + " bytes";
        }
        var distinct = new BitSet();
        for (byte b : token) {
            if (b <= ' ' || b == 0x7f) {
                return "holds white space or other characters that a bearer token cannot have";
            }
            distinct.set(b);
        }
        return distinct.cardinality() < FEWEST_DISTINCT
                ? "has fewer than " + FEWEST_DISTINCT + " different characters"
                : null;
    }
}
