package dev.gatehouse.gateway.mcp;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Bytes of an event that the pieces of a stream have cut, kept until the rest is there. */
final class HeldBytes {

    private static final byte[] NONE = {};

    private byte[] bytes = NONE;
    private int length;

    int length() {
        return length;
    }

    /** Valid until the next change. */
    byte[] bytes() {
        return bytes;
    }

    void append(byte[] source, int from, int to) {
        int count = to - from;
        if (count > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + count, 2 * bytes.length));
        }
        System.arraycopy(source, from, bytes, length, count);
        length += count;
    }

    void truncate(int to) {
        length = to;
    }

    void delete(int from, int count) {
        System.arraycopy(bytes, from + count, bytes, from, length - from - count);
        length -= count;
    }

    /** Hands the bytes over for good and holds none. */
    ByteBuffer take() {
        ByteBuffer taken = ByteBuffer.wrap(bytes, 0, length);
        bytes = NONE;
        length = 0;
        return taken;
    }

    void clear() {
        bytes = NONE;
        length = 0;
    }
}
