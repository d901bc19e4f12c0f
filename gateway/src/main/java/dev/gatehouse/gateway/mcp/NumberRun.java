package dev.gatehouse.gateway.mcp;

/** Finds the end of a JSON number whose every byte is there, as most are. {@link NumberToken} judges all others. */
final class NumberRun {

    static final int NONE = -1;

    private NumberRun() {}

    /** The index behind the number that begins at {@code from}, or {@link #NONE} unless it is sound, short, and another byte follows. */
    static int end(byte[] bytes, int from, int to) {
        int first = bytes[from] == '-' ? from + 1 : from;
        int i = digits(bytes, first, to);
        if (i == first || (i - first > 1 && bytes[first] == '0')) {
            return NONE;
        }
        if (i < to && bytes[i] == '.') {
            int fraction = i + 1;
            i = digits(bytes, fraction, to);
            if (i == fraction) {
                return NONE;
            }
        }
        if (i < to && (bytes[i] | 0x20) == 'e') {
            i = exponent(bytes, i + 1, to);
        }
        return i < to && i - from <= NumberToken.MAX_LENGTH ? i : NONE;
    }

    private static int exponent(byte[] bytes, int from, int to) {
        int first = from < to && (bytes[from] == '+' || bytes[from] == '-') ? from + 1 : from;
        int i = digits(bytes, first, to);
        return i == first ? to : i;
    }

    private static int digits(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && bytes[i] >= '0' && bytes[i] <= '9') {
            i++;
        }
        return i;
    }
}
