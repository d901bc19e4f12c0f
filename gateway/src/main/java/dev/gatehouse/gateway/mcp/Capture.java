package dev.gatehouse.gateway.mcp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A bounded, reusable buffer for the decoded bytes of one token. */
final class Capture {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long FACTOR = 0x9e3779b97f4a7c15L;
    private static final int KEPT = 1 << 10;

    private byte[] bytes = new byte[128];
    private int length;
    private int limit;

    /** Empties the buffer for a token of at most so many bytes. */
    void begin(int atMost) {
        length = 0;
        limit = atMost;
        if (bytes.length > KEPT) {
            bytes = new byte[KEPT];
        }
    }

    /** False when that is too much. */
    boolean append(byte[] source, int from, int to) {
        int count = to - from;
        if (count > limit - length) {
            return false;
        }
        ensure(length + count);
        System.arraycopy(source, from, bytes, length, count);
        length += count;
        return true;
    }

    /** Appends a code point that is not a surrogate, as UTF-8; false when that is too much. */
    boolean append(int codePoint) {
        ensure(length + 4);
        int at = length;
        if (codePoint < 0x80) {
            bytes[at++] = (byte) codePoint;
        } else if (codePoint < 0x800) {
            bytes[at++] = (byte) (0xc0 | (codePoint >> 6));
            bytes[at++] = (byte) (0x80 | (codePoint & 0x3f));
        } else if (codePoint < 0x10000) {
            bytes[at++] = (byte) (0xe0 | (codePoint >> 12));
            bytes[at++] = (byte) (0x80 | ((codePoint >> 6) & 0x3f));
            bytes[at++] = (byte) (0x80 | (codePoint & 0x3f));
        } else {
            bytes[at++] = (byte) (0xf0 | (codePoint >> 18));
            bytes[at++] = (byte) (0x80 | ((codePoint >> 12) & 0x3f));
            bytes[at++] = (byte) (0x80 | ((codePoint >> 6) & 0x3f));
            bytes[at++] = (byte) (0x80 | (codePoint & 0x3f));
        }
        length = at;
        return length <= limit;
    }

    int length() {
        return length;
    }

    byte at(int index) {
        return bytes[index];
    }

    /** Whether this is that ASCII text. */
    boolean is(String ascii) {
        if (length != ascii.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[i] != ascii.charAt(i)) {
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
            if (lower(bytes[i]) != lower((byte) ascii.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static int lower(byte b) {
        return b >= 'A' && b <= 'Z' ? b + 32 : b;
    }

    String text() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /** Equal content gives equal hashes; unequal content can too, when somebody wants it to. */
    long hash() {
        long hash = length * FACTOR;
        int i = 0;
        for (; i + 8 <= length; i += 8) {
            hash = mix(hash ^ (long) WORDS.get(bytes, i));
        }
        long tail = 0;
        for (; i < length; i++) {
            tail = (tail << 8) | (bytes[i] & 0xff);
        }
        return mix(hash ^ tail);
    }

    static long mix(long value) {
        long product = value * FACTOR;
        return product ^ (product >>> 29);
    }

    private void ensure(int capacity) {
        if (capacity > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(capacity, 2 * bytes.length));
        }
    }
}
