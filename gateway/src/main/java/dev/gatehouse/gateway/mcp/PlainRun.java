package dev.gatehouse.gateway.mcp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Skips what needs no attention inside a JSON string, eight bytes at a time: most of the bytes of most messages. */
final class PlainRun {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long QUOTE_TO_SPACE = ONES * ('"' ^ ' ');
    private static final long BEYOND_SPACE = ONES * (' ' + 1);
    private static final long BACKSLASHES = ONES * '\\';

    private PlainRun() {}

    /** The first index from {@code from} whose byte is a quote, a backslash, a control character or not ASCII. */
    static int end(byte[] bytes, int from, int to) {
        int i = from;
        while (i <= to - 16) {
            long first = marks((long) WORDS.get(bytes, i));
            long second = marks((long) WORDS.get(bytes, i + 8));
            if (((first | second) & HIGHS) != 0) {
                return i + ((first & HIGHS) == 0 ? 8 + lowest(second) : lowest(first));
            }
            i += 16;
        }
        if (i <= to - 8) {
            long marks = marks((long) WORDS.get(bytes, i));
            if ((marks & HIGHS) != 0) {
                return i + lowest(marks);
            }
            i += 8;
        }
        while (i < to && bytes[i] >= 0x20 && bytes[i] != '"' && bytes[i] != '\\') {
            i++;
        }
        return i;
    }

    private static int lowest(long marks) {
        return Long.numberOfTrailingZeros(marks & HIGHS) >>> 3;
    }

    /**
     * High bits at the bytes that need attention. A borrow can mark bytes above a marked one too, never below, so the
     * lowest mark is always right. Changing one bit puts the quote where the space was, next to the control characters,
     * and the space beyond: one comparison finds both. Of what is not ASCII each comparison misses some, never the same.
     */
    private static long marks(long word) {
        return ((word ^ QUOTE_TO_SPACE) - BEYOND_SPACE) | ((word ^ BACKSLASHES) - ONES);
    }
}
