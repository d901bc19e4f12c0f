package dev.gatehouse.gateway.cli.client;

import java.util.function.IntPredicate;

/**
 * Text of servers nobody here wrote, as a terminal may show it. What could move the cursor, retitle the window, reverse the
 * reading direction or hide something is written out as an escape instead ({@code \}{@code u001b}).
 */
final class SafeText {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
    private static final int ZERO_WIDTH_JOINER = 0x200d;

    private SafeText() {}

    /** One line, for a cell or a message: what breaks lines or tabulates becomes a space. */
    static String line(String text) {
        return escape(text.strip().replaceAll("[\\s\\u0085\\u2028\\u2029]+", " "), SafeText::isHarmless);
    }

    /** Several lines; line breaks and tabs stay. */
    static String block(String text) {
        return escape(text.replace("\r\n", "\n"), SafeText::isHarmlessInBlock);
    }

    /** JSON text, which still says the same afterwards: such characters stand in its strings only. */
    static String json(String text) {
        return escape(text, SafeText::isHarmlessInBlock);
    }

    /** At most {@code length} characters of one line. */
    static String shortened(String text, int length) {
        String line = line(text);
        int points = line.codePointCount(0, line.length());
        return points <= length ? line : line.substring(0, line.offsetByCodePoints(0, length - 1)) + "…";
    }

    private static boolean isHarmlessInBlock(int point) {
        return point == '\n' || point == '\t' || isHarmless(point);
    }

    private static boolean isHarmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            // Joiners are part of words and of emoji; the other format characters reorder text or hide in it.
            case Character.FORMAT -> point == ZERO_WIDTH_JOINER || point == ZERO_WIDTH_NON_JOINER;
            default -> true;
        };
    }

    private static String escape(String text, IntPredicate harmless) {
        if (text.codePoints().allMatch(harmless)) {
            return text;
        }
        var safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            if (harmless.test(point)) {
                safe.appendCodePoint(point);
            } else {
                for (char unit : Character.toChars(point)) {
                    safe.append(String.format("\\u%04x", (int) unit));
                }
            }
        });
        return safe.toString();
    }
}
