package dev.gatehouse.gateway.mcp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The decoded bytes of one token, bounded: collected in a buffer of its own, or seen where they arrived. */
final class Capture {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long FACTOR = 0x9e3779b97f4a7c15L;
    private static final int KEPT = 1 << 10;

    private byte[] own = new byte[128];
    private byte[] bytes = own;
    private int from;
    private int length;
    private int limit;

    /** Empties the buffer for a token of at most so many bytes. */
    void begin(int atMost) {
        if (own.length > KEPT) {
            own = new byte[KEPT];
        }
        bytes = own;
        from = 0;
        length = 0;
        limit = atMost;
    }

    /** Stands for these bytes, until they change; false when they are too many. Only behind {@link #begin}. */
    boolean view(byte[] source, int start, int end) {
        bytes = source;
        from = start;
        length = end - start;
        return length <= limit;
    }

    /** False when that is too much. */
    boolean append(byte[] source, int start, int end) {
        int count = end - start;
        if (count > limit - length) {
            return false;
        }
        ensure(length + count);
        System.arraycopy(source, start, own, length, count);
        length += count;
        return true;
    }

    /** Appends a code point that is not a surrogate, as UTF-8; false when that is too much. */
    boolean append(int codePoint) {
        ensure(length + 4);
        int at = length;
        if (codePoint < 0x80) {
            own[at++] = (byte) codePoint;
        } else if (codePoint < 0x800) {
            own[at++] = (byte) (0xc0 | (codePoint >> 6));
            own[at++] = (byte) (0x80 | (codePoint & 0x3f));
        } else if (codePoint < 0x10000) {
            own[at++] = (byte) (0xe0 | (codePoint >> 12));
            own[at++] = (byte) (0x80 | ((codePoint >> 6) & 0x3f));
            own[at++] = (byte) (0x80 | (codePoint & 0x3f));
        } else {
            own[at++] = (byte) (0xf0 | (codePoint >> 18));
            own[at++] = (byte) (0x80 | ((codePoint >> 12) & 0x3f));
            own[at++] = (byte) (0x80 | ((codePoint >> 6) & 0x3f));
            own[at++] = (byte) (0x80 | (codePoint & 0x3f));
        }
        length = at;
        return length <= limit;
    }

    int length() {
        return length;
    }

    byte at(int index) {
        return bytes[from + index];
    }

    /** Whether this is that ASCII text. */
    boolean is(String ascii) {
        if (length != ascii.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[from + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    boolean isIgnoringAsciiCase(String ascii) {
        if (length != ascii.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (lower(bytes[from + i]) != lower((byte) ascii.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static int lower(byte b) {
        return b >= 'A' && b <= 'Z' ? b + 32 : b;
    }

    String text() {
        return new String(bytes, from, length, StandardCharsets.UTF_8);
    }

    /** Equal content gives equal hashes; unequal content can too, when somebody wants it to. */
    long hash() {
        long hash = length * FACTOR;
        int end = from + length;
        int i = from;
        for (; i <= end - 8; i += 8) {
            hash = mix(hash ^ (long) WORDS.get(bytes, i));
        }
        return i == end ? hash : mix(hash ^ tail(i, end));
    }

    /** Fewer than eight bytes as one word, read at once where that is possible. */
    private long tail(int start, int end) {
        if (start <= bytes.length - 8) {
            return (long) WORDS.get(bytes, start) & ((1L << (8 * (end - start))) - 1);
        }
        long tail = 0;
        for (int i = end - 1; i >= start; i--) {
            tail = (tail << 8) | (bytes[i] & 0xff);
        }
        return tail;
    }

    static long mix(long value) {
        long product = value * FACTOR;
        return product ^ (product >>> 29);
    }

    private void ensure(int capacity) {
        if (capacity > own.length) {
            own = Arrays.copyOf(own, Math.max(capacity, 2 * own.length));
            bytes = own;
        }
    }
}
