package dev.gatehouse.gateway.mcp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a line of an event stream is that neither is empty nor a comment, as far as one may pass as it stands. */
enum FieldLine {
    DATA,
    TYPE,
    RETRY,
    ID,
    /** A line of empty data without a colon. */
    BARE_DATA,
    /** Means something, and is spelt so that not every reader need find it. */
    ODD,
    /** Means nothing. */
    IGNORED;

    private static final int MAX_RETRY_DIGITS = 9;
    private static final byte[] DATA_NAME = ascii("data");
    private static final byte[] TYPE_NAME = ascii("event");
    private static final byte[] RETRY_NAME = ascii("retry");
    private static final byte[] ID_NAME = ascii("id");

    static FieldLine of(byte[] bytes, int from, int to) {
        if (isData(bytes, from, to)) {
            return DATA;
        }
        int colon = from;
        while (colon < to && bytes[colon] != ':') {
            colon++;
        }
        int value = value(bytes, colon, to);
        if (is(TYPE_NAME, bytes, from, colon)) {
            return colon < to && isPlain(bytes, value, to) ? TYPE : ODD;
        }
        if (is(ID_NAME, bytes, from, colon)) {
            return isPlain(bytes, value, to) ? ID : IGNORED;
        }
        if (is(RETRY_NAME, bytes, from, colon)) {
            return isDelay(bytes, value, to) ? RETRY : IGNORED;
        }
        return is(DATA_NAME, bytes, from, colon) ? BARE_DATA : IGNORED;
    }

    /** Whether a line that begins like this is one of data, however it goes on. */
    static boolean isData(byte[] bytes, int from, int to) {
        return to - from > DATA_NAME.length
                && bytes[from + DATA_NAME.length] == ':'
                && is(DATA_NAME, bytes, from, from + DATA_NAME.length);
    }

    /** Where the value of a line of data begins. */
    static int dataValue(byte[] bytes, int from, int to) {
        return value(bytes, from + DATA_NAME.length, to);
    }

    /** Whether these are visible ASCII characters and spaces. */
    static boolean isPlain(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && bytes[i] >= ' ' && bytes[i] < 0x7f) {
            i++;
        }
        return i == to;
    }

    private static int value(byte[] bytes, int colon, int to) {
        int value = Math.min(colon + 1, to);
        return value < to && bytes[value] == ' ' ? value + 1 : value;
    }

    private static boolean isDelay(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && bytes[i] >= '0' && bytes[i] <= '9') {
            i++;
        }
        return i == to && i > from && i - from <= MAX_RETRY_DIGITS;
    }

    private static boolean is(byte[] name, byte[] bytes, int from, int to) {
        return Arrays.equals(name, 0, name.length, bytes, from, to);
    }

    private static byte[] ascii(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }
}
