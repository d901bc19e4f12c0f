package dev.gatehouse.gateway.mcp;

import org.jspecify.annotations.Nullable;

/**
 * The id of a request as JSON text, ready to be echoed: a string, or an integer that every JSON reader keeps exactly.
 * Strings are written with as few escapes as possible, so ids that mean the same are equal.
 *
 * @param json at most {@value #MAX_BYTES} bytes on the wire
 */
public record RequestId(String json) {

    static final int MAX_BYTES = 256;

    private static final long MAX_SAFE = (1L << 53) - 1;
    private static final int MAX_DIGITS = 17;

    /** So many digits are a safe integer whichever they are, and JSON has but one spelling of it. */
    private static final int SAFE_DIGITS = 15;

    /** The canonical text of a string (decoded) or number (as written); null for a number that is no safe integer. */
    static @Nullable String canonical(JsonType type, String text) {
        if (type == JsonType.STRING) {
            return JsonText.quote(text);
        }
        if (text.length() > MAX_DIGITS || !integer(text)) {
            return null;
        }
        if (text.length() <= SAFE_DIGITS && text.charAt(0) != '-') {
            return text;
        }
        long value = Long.parseLong(text);
        return Math.abs(value) > MAX_SAFE ? null : Long.toString(value);
    }

    private static boolean integer(String number) {
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (c != '-' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }
}
