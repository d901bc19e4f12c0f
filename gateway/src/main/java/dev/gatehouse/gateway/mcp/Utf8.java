package dev.gatehouse.gateway.mcp;

/** Strict UTF-8 (Unicode, table 3-7): no overlong forms, no surrogates, nothing above U+10FFFF. */
final class Utf8 {

    static final int INVALID = -1;
    static final int INCOMPLETE = 0;

    private Utf8() {}

    /**
     * The length of the multi-byte sequence at an index, {@link #INCOMPLETE} where the bytes end within a so far valid
     * one, or {@link #INVALID}.
     */
    static int sequence(byte[] bytes, int at, int to) {
        int lead = bytes[at] & 0xff;
        if (lead < 0xc2 || lead > 0xf4) {
            return INVALID;
        }
        int length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        int available = Math.min(length, to - at);
        if (available > 1 && !second(lead, bytes[at + 1] & 0xff)) {
            return INVALID;
        }
        for (int i = 2; i < available; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return INVALID;
            }
        }
        return available == length ? length : INCOMPLETE;
    }

    private static boolean second(int lead, int second) {
        int low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        int high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
        return second >= low && second <= high;
    }
}
