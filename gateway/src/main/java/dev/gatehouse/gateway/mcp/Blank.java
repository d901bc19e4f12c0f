package dev.gatehouse.gateway.mcp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The white space between tokens: mostly none, else one space, or a line end and an indentation. */
final class Blank {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long SPACES = 0x0101010101010101L * ' ';

    private Blank() {}

    /** The first index from {@code from} that holds no white space. */
    static int end(byte[] bytes, int from, int to) {
        if (from < to && is(bytes[from])) {
            int next = from + 1;
            return next < to && is(bytes[next]) ? run(bytes, next, to) : next;
        }
        return from;
    }

    private static int run(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && is(bytes[i])) {
            i++;
            while (i <= to - 8 && (long) WORDS.get(bytes, i) == SPACES) {
                i += 8;
            }
        }
        return i;
    }

    private static boolean is(byte b) {
        return b <= ' ' && (b == ' ' || b == '\n' || b == '\r' || b == '\t');
    }
}
