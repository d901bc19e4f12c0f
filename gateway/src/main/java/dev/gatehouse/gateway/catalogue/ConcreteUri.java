package dev.gatehouse.gateway.catalogue;

import java.util.BitSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A resource URI, prepared once for being matched against many templates. */
final class ConcreteUri {

    private static final int MAX_LENGTH = 8 << 10;
    private static final Pattern DOT_SEGMENT = Pattern.compile("(^|[/\\\\])\\.{1,2}($|[/\\\\?#])");

    /** Encoded forms of characters that delimit: an upstream that decodes them reads another URI than we do. */
    private static final Set<String> ENCODED_DELIMITERS = Set.of("%2f", "%5c", "%3f", "%23", "%25", "%2e", "%00");

    private final String text;
    private final boolean ambiguous;
    private final BitSet expandable = new BitSet();
    private final BitSet delimiters = new BitSet();

    ConcreteUri(String text) {
        this.text = text;
        this.ambiguous = text.length() > MAX_LENGTH || DOT_SEGMENT.matcher(text).find();
        for (int i = 0; !ambiguous && i < text.length(); i++) {
            char c = text.charAt(i);
            expandable.set(i, c > 0x20 && c != 0x7f && c != '\\' && (c != '%' || isPlainlyEncoded(i)));
            delimiters.set(i, c == '/' || c == '?' || c == '#');
        }
    }

    String text() {
        return text;
    }

    /** Whether different parsers could read different URIs in it. */
    boolean isAmbiguous() {
        return ambiguous;
    }

    /** Whether the character may be part of what an expression expanded to. */
    boolean mayExpand(int at, boolean crossesSegments) {
        return expandable.get(at) && (crossesSegments || !delimiters.get(at));
    }

    private boolean isPlainlyEncoded(int at) {
        return at + 3 <= text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0
                && !ENCODED_DELIMITERS.contains(text.substring(at, at + 3).toLowerCase(Locale.ROOT));
    }
}
