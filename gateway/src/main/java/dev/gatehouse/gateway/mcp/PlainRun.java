package dev.gatehouse.gateway.mcp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Skips what needs no attention inside a JSON string, eight bytes at a time: most of the bytes of most messages. */
final class PlainRun {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';
    private static final long CONTROLS = ONES * 0x20;

    private PlainRun() {}

    /** The first index from {@code i} whose byte is a quote, a backslash, a control character or not ASCII. */
    static int end(byte[] bytes, int i, int to) {
        int at = i;
        while (at + 8 <= to) {
            long special = special((long) WORDS.get(bytes, at));
            if (special != 0) {
                return at + (Long.numberOfTrailingZeros(special) >>> 3);
            }
            at += 8;
        }
        while (at < to && plain(bytes[at])) {
            at++;
        }
        return at;
    }

    /**
     * The high bits of the bytes that need attention. A borrow can mark bytes above a marked one too, never below, so
     * the lowest mark is always right.
     */
    private static long special(long word) {
        long quote = word ^ QUOTES;
        long backslash = word ^ BACKSLASHES;
        return ((quote - ONES) | (backslash - ONES) | (word - CONTROLS) | word) & HIGHS;
    }

    private static boolean plain(byte b) {
        return b >= 0x20 && b != '"' && b != '\\';
    }
}
