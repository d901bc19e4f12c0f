package dev.gatehouse.gateway.mcp;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The encoding of values mirrored into headers (2026-07-28): plain visible ASCII as it is, anything else as
 * {@code =?base64?…?=} around the base64 of its UTF-8.
 */
final class HeaderValue {

    /** Longest value, encoded, that is looked at. */
    static final int MAX_LENGTH = 8 << 10;

    private static final String PREFIX = "=?base64?";
    private static final String SUFFIX = "?=";

    private HeaderValue() {}

    /** Removes the whitespace that HTTP allows around a field value. */
    static String trim(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && blank(value.charAt(from))) {
            from++;
        }
        while (to > from && blank(value.charAt(to - 1))) {
            to--;
        }
        return value.substring(from, to);
    }

    /** The value that a trimmed header stands for, or null where it is not a sound one. Decodes once, never twice. */
    static @Nullable String decode(String header) {
        if (header.length() > MAX_LENGTH || !printable(header)) {
            return null;
        }
        if (!encoded(header)) {
            return header;
        }
        String base64 = header.substring(PREFIX.length(), header.length() - SUFFIX.length());
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            boolean canonical = Base64.getEncoder().encodeToString(bytes).equals(base64);
            return canonical
                    ? StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString()
                    : null;
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return null; // unsound base64 or UTF-8: an answer of this method, and the caller refuses it
        }
    }

    /** What to send for a value: itself where a header can carry it, since some readers do not decode. */
    static String encode(String value) {
        boolean plain = printable(value) && trim(value).equals(value) && !encoded(value) && !value.isEmpty();
        return plain
                ? value
                : PREFIX + Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)) + SUFFIX;
    }

    private static boolean encoded(String value) {
        return value.length() >= PREFIX.length() + SUFFIX.length()
                && value.startsWith(PREFIX)
                && value.endsWith(SUFFIX);
    }

    private static boolean printable(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < 0x20 && c != '\t') || c > 0x7e) {
                return false;
            }
        }
        return true;
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\t';
    }
}
