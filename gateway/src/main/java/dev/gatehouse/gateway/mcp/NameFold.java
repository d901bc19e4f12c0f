package dev.gatehouse.gateway.mcp;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Brings together names that a lenient reader might take for the same: letter case including the long s and the Kelvin
 * sign, full-width and other compatibility forms, accents, and characters that are not seen.
 */
final class NameFold {

    /** No longer name folds to a known one: those have 42 letters at most, of at most four bytes. */
    private static final int MAX_BYTES = 256;

    private NameFold() {}

    /** Whether folding would change nothing but the case of ASCII letters. */
    static boolean foldedAlready(Capture name) {
        if (name.length() > MAX_BYTES) {
            return true;
        }
        for (int i = 0; i < name.length(); i++) {
            if (name.at(i) <= ' ' || name.at(i) == 0x7f) {
                return false;
            }
        }
        return true;
    }

    static String fold(String name) {
        StringBuilder seen = new StringBuilder(name.length());
        Normalizer.normalize(name, Normalizer.Form.NFKD)
                .codePoints()
                .filter(NameFold::seen)
                .forEach(seen::appendCodePoint);
        String folded = seen.toString().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFKD);
    }

    private static boolean seen(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            default -> !filler(codePoint);
        };
    }

    /** Letters by their class, yet blank on every screen. */
    private static boolean filler(int codePoint) {
        return codePoint == 0x115f || codePoint == 0x1160 || codePoint == 0x3164 || codePoint == 0xffa0;
    }
}
