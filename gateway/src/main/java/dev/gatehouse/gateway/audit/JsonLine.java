package dev.gatehouse.gateway.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Builds JSON text as bytes, many lines in one buffer. Only printable ASCII comes out, whatever goes in: a name that a
 * caller chose can neither end a line nor steer a terminal. Not thread-safe.
 */
final class JsonLine {

    /** Longer strings end in an ellipsis: the longest that a caller can make one line grow by. */
    static final int MAX_STRING = 1024;

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[64 << 10];
    private int length;

    /** Appends ASCII text as it is. */
    @SuppressWarnings("deprecation") // the one copy of ASCII text into bytes that allocates nothing
    JsonLine raw(String ascii) {
        int more = ascii.length();
        reserve(more);
        ascii.getBytes(0, more, bytes, length);
        length += more;
        return this;
    }

    JsonLine number(long value) {
        return raw(Long.toString(value));
    }

    /** Appends a string in quotes. */
    JsonLine string(String text) {
        int end = Math.min(text.length(), MAX_STRING);
        reserve(end * 6 + 8);
        bytes[length++] = '"';
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7f && c != '"' && c != '\\') {
                bytes[length++] = (byte) c;
            } else {
                i += escape(text, i, c);
            }
        }
        if (end < text.length()) {
            unicode('\u2026');
        }
        bytes[length++] = '"';
        return this;
    }

    JsonLine end() {
        reserve(1);
        bytes[length++] = '\n';
        return this;
    }

    int length() {
        return length;
    }

    /** What was built, until the next {@link #clear}. */
    ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes, 0, length);
    }

    void clear() {
        length = 0;
    }

    /** Escapes the character, or the pair of surrogates that begins here, and says how many more than one it took. */
    private int escape(String text, int at, char c) {
        if (c == '"' || c == '\\') {
            bytes[length++] = '\\';
            bytes[length++] = (byte) c;
            return 0;
        }
        boolean pair = Character.isHighSurrogate(c)
                && at + 1 < Math.min(text.length(), MAX_STRING)
                && Character.isLowSurrogate(text.charAt(at + 1));
        unicode(pair || !Character.isSurrogate(c) ? c : '\ufffd');
        if (pair) {
            unicode(text.charAt(at + 1));
        }
        return pair ? 1 : 0;
    }

    private void unicode(char c) {
        bytes[length++] = '\\';
        bytes[length++] = 'u';
        for (int shift = 12; shift >= 0; shift -= 4) {
            bytes[length++] = HEX[(c >> shift) & 0xf];
        }
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
