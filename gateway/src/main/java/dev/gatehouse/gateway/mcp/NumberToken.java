package dev.gatehouse.gateway.mcp;

import org.jspecify.annotations.Nullable;

/** Reads one JSON number, which ends at the first byte that cannot belong to it. */
final class NumberToken {

    /** Longest number: nobody means more digits, and some readers take quadratic time for them. */
    static final int MAX_LENGTH = 1_000;

    private enum Mode {
        START,
        ZERO,
        INTEGER,
        POINT,
        FRACTION,
        EXPONENT,
        EXPONENT_SIGN,
        EXPONENT_DIGITS,
        DONE
    }

    private final byte[] digits = new byte[MAX_LENGTH];
    private int length;
    private Mode mode = Mode.DONE;
    private @Nullable Flaw flaw;

    /** Begins a number with its first byte, a minus or a digit. */
    void begin(byte first) {
        flaw = null;
        length = 0;
        mode = first == '-' ? Mode.START : first == '0' ? Mode.ZERO : Mode.INTEGER;
        digits[length++] = first;
    }

    boolean done() {
        return mode == Mode.DONE;
    }

    @Nullable
    Flaw flaw() {
        return flaw;
    }

    /** Copies the number as it was written. */
    void copyTo(Capture capture) {
        capture.begin(MAX_LENGTH);
        capture.append(digits, 0, length);
    }

    /** Takes bytes and returns the index behind the last one that belongs to the number. */
    int feed(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            Mode next = next(bytes[i]);
            if (next == null) {
                boolean whole = mode == Mode.ZERO
                        || mode == Mode.INTEGER
                        || mode == Mode.FRACTION
                        || mode == Mode.EXPONENT_DIGITS;
                flaw = whole ? null : Flaw.NOT_JSON;
                mode = Mode.DONE;
                return i;
            }
            if (length == MAX_LENGTH) {
                flaw = Flaw.NUMBER_TOO_LONG;
                return i;
            }
            mode = next;
            digits[length++] = bytes[i];
        }
        return to;
    }

    private @Nullable Mode next(byte b) {
        boolean digit = b >= '0' && b <= '9';
        boolean exponent = b == 'e' || b == 'E';
        return switch (mode) {
            case START -> b == '0' ? Mode.ZERO : digit ? Mode.INTEGER : null;
            case ZERO -> b == '.' ? Mode.POINT : exponent ? Mode.EXPONENT : null;
            case INTEGER -> digit ? Mode.INTEGER : b == '.' ? Mode.POINT : exponent ? Mode.EXPONENT : null;
            case POINT -> digit ? Mode.FRACTION : null;
            case FRACTION -> digit ? Mode.FRACTION : exponent ? Mode.EXPONENT : null;
            case EXPONENT -> b == '+' || b == '-' ? Mode.EXPONENT_SIGN : digit ? Mode.EXPONENT_DIGITS : null;
            case EXPONENT_SIGN, EXPONENT_DIGITS -> digit ? Mode.EXPONENT_DIGITS : null;
            case DONE -> null;
        };
    }
}
