package dev.gatehouse.gateway.mcp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Goes through the inside of a JSON string that nobody reads, with its escapes and its characters beyond ASCII, without
 * keeping anything of it. Knows the common cases only, and all of them strictly; whatever is left is for
 * {@link StringToken} to judge.
 */
final class SkippedRun {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /** Behind a backslash: {@code " /}. */
    private static final long SIGNS = 1L << '"' | 1L << '/';

    /** Behind a backslash, less 64: {@code \ b f n r t}. */
    private static final long LETTERS = 1L << '\\' | 1L << 'b' | 1L << 'f' | 1L << 'n' | 1L << 'r' | 1L << 't';

    private SkippedRun() {}

    /** The first index from {@code from} at which no plain byte, whole escape or sound sequence begins, or {@code to}. */
    static int end(byte[] bytes, int from, int to) {
        int i = PlainRun.end(bytes, from, to);
        while (i < to) {
            byte b = bytes[i];
            int next = b == '\\' ? escape(bytes, i, to) : b < 0 ? Utf8.run(bytes, i, to) : i;
            if (next == i) {
                return i;
            }
            i = next < to && bytes[next] == '\\' ? next : PlainRun.end(bytes, next, to);
        }
        return i;
    }

    private static int escape(byte[] bytes, int at, int to) {
        if (to - at < 2) {
            return at;
        }
        byte b = bytes[at + 1];
        if (b == 'u') {
            return to - at >= 6 && hex(bytes, at + 2) ? at + 6 : at;
        }
        long known = b < 0 ? 0 : b < 64 ? SIGNS : LETTERS;
        return (known >>> b & 1) == 0 ? at : at + 2;
    }

    /** Whether four hexadecimal digits stand there: sums that reach the high bit are comparisons of four bytes at once. */
    private static boolean hex(byte[] bytes, int at) {
        int word = (int) WORDS.get(bytes, at);
        int lower = word | 0x20202020;
        int digits = (word + 0x50505050) & ~(word + 0x46464646);
        int letters = (lower + 0x1f1f1f1f) & ~(lower + 0x19191919);
        return ((digits | letters) & ~word & 0x80808080) == 0x80808080;
    }
}
