package dev.gatehouse.gateway.mcp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks for the end of a line, two words at a time. */
final class LineRun {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long LINE_FEEDS = ONES * '\n';
    private static final long RETURNS = ONES * '\r';

    private LineRun() {}

    /** The first index from {@code from} that holds a line feed or a carriage return, or {@code to}. */
    static int end(byte[] bytes, int from, int to) {
        int i = from;
        while (i <= to - 16) {
            long first = marks((long) WORDS.get(bytes, i));
            long second = marks((long) WORDS.get(bytes, i + 8));
            if ((first | second) != 0) {
                return i + (first == 0 ? 8 + lowest(second) : lowest(first));
            }
            i += 16;
        }
        while (i < to && bytes[i] != '\n' && bytes[i] != '\r') {
            i++;
        }
        return i;
    }

    private static int lowest(long marks) {
        return Long.numberOfTrailingZeros(marks) >>> 3;
    }

    /** High bits at the bytes that are one of the two. A borrow can mark bytes above a marked one too, never below. */
    private static long marks(long word) {
        long lineFeed = word ^ LINE_FEEDS;
        long carriageReturn = word ^ RETURNS;
        return (((lineFeed - ONES) & ~lineFeed) | ((carriageReturn - ONES) & ~carriageReturn)) & HIGHS;
    }
}
