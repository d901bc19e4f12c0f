package dev.gatehouse.gateway.mcp;

import java.nio.charset.StandardCharsets;

/** Writes strings as JSON, escaping what JSON demands and what could confuse a log or a script, nothing more. */
public final class JsonText {

    private static final String HEX = "0123456789abcdef";

    private JsonText() {}

    /** The string as a JSON string, quotes included. Lone surrogates become escapes, so any string survives. */
    public static String quote(String value) {
        StringBuilder out = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                out.append(c).append(value.charAt(++i));
            } else {
                append(out, c);
            }
        }
        return out.append('"').toString();
    }

    /** {@link #quote} in UTF-8. Most names need no escape, and these cost the array alone. */
    static byte[] utf8(String value) {
        byte[] quoted = new byte[value.length() + 2];
        quoted[0] = '"';
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c >= 0x7f || c == '"' || c == '\\') {
                return quote(value).getBytes(StandardCharsets.UTF_8);
            }
            quoted[i + 1] = (byte) c;
        }
        quoted[value.length() + 1] = '"';
        return quoted;
    }

    private static void append(StringBuilder out, char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0x2028 || c == 0x2029 || Character.isSurrogate(c)) {
                    escape(out, c);
                } else {
                    out.append(c);
                }
            }
        }
    }

    private static void escape(StringBuilder out, char c) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEX.charAt((c >> shift) & 0xf));
        }
    }
}
