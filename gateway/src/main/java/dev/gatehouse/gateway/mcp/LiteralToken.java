package dev.gatehouse.gateway.mcp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads {@code true}, {@code false} or {@code null}. */
final class LiteralToken {

    private final byte[] trueText = "true".getBytes(StandardCharsets.US_ASCII);
    private final byte[] falseText = "false".getBytes(StandardCharsets.US_ASCII);
    private final byte[] nullText = "null".getBytes(StandardCharsets.US_ASCII);
    private byte[] expected = nullText;
    private int next;
    private @Nullable Flaw flaw;

    /** Begins a literal with its first letter and takes bytes as {@link #feed} does. */
    int begin(JsonType type, byte[] bytes, int from, int to) {
        expected = type == JsonType.TRUE ? trueText : type == JsonType.FALSE ? falseText : nullText;
        int end = from + expected.length;
        flaw = null;
        if (end <= to && Arrays.equals(bytes, from, end, expected, 0, expected.length)) {
            next = expected.length;
            return end;
        }
        next = 0;
        return feed(bytes, from, to);
    }

    boolean done() {
        return next == expected.length;
    }

    @Nullable
    Flaw flaw() {
        return flaw;
    }

    /** Takes bytes and returns the index behind the last one taken. */
    int feed(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && next < expected.length && flaw == null) {
            if (bytes[i] != expected[next++]) {
                flaw = Flaw.NOT_JSON;
            }
            i++;
        }
        return i;
    }
}
