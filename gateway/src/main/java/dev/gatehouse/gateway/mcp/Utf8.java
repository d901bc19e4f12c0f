package dev.gatehouse.gateway.mcp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Strict UTF-8 (Unicode, table 3-7): no overlong forms, no surrogates, nothing above U+10FFFF. */
final class Utf8 {

    static final int INVALID = -1;
    static final int INCOMPLETE = 0;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

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

    /** Behind the valid multi-byte sequences that stand at an index, as far as four bytes can be read at once. */
    static int run(byte[] bytes, int at, int to) {
        int i = at;
        while (i <= to - 4) {
            int length = length((int) WORDS.get(bytes, i));
            if (length == 0) {
                break;
            }
            i += length;
        }
        return i;
    }

    /** Of the valid multi-byte sequence in the low bytes of a word, or 0. */
    private static int length(int word) {
        if ((word & 0xc0c0f0) == 0x8080e0) {
            int overlongOrSurrogate = word & 0x200f;
            return overlongOrSurrogate == 0 || overlongOrSurrogate == 0x200d ? 0 : 3;
        }
        if ((word & 0xc0e0) == 0x80c0) {
            return (word & 0x1e) == 0 ? 0 : 2;
        }
        if ((word & 0xc0c0c0f8) == 0x808080f0) {
            int highest = word & 0x3007;
            boolean inRange = highest != 0 && ((word & 4) == 0 || highest == 4);
            return inRange ? 4 : 0;
        }
        return 0;
    }
}
