package dev.gatehouse.gateway.mcp;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads {@code true}, {@code false} or {@code null} behind the first letter. */
final class LiteralToken {

    private final byte[] trueText = "true".getBytes(StandardCharsets.US_ASCII);
    private final byte[] falseText = "false".getBytes(StandardCharsets.US_ASCII);
    private final byte[] nullText = "null".getBytes(StandardCharsets.US_ASCII);
    private byte[] expected = nullText;
    private int next;
    private @Nullable Flaw flaw;

    void begin(JsonType type) {
        expected = type == JsonType.TRUE ? trueText : type == JsonType.FALSE ? falseText : nullText;
        next = 1;
        flaw = null;
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
