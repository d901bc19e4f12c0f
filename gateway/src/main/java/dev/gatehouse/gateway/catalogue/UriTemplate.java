package dev.gatehouse.gateway.catalogue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A resource template (RFC 6570) read backwards: does a URI look like one of its expansions? The time is the product of
 * both lengths at worst. What is ambiguous does not match: dot segments, and encoded delimiters inside an expansion.
 */
public final class UriTemplate {

    private static final int MAX_PARTS = 32;

    /**
     * @param literal fixed text; null: an expression
     * @param lead what an expansion begins with, if anything
     */
    private record Part(@Nullable String literal, String lead, boolean crossesSegments, boolean optional) {

        static Part fixed(String text) {
            return new Part(text, "", false, false);
        }
    }

    private final List<Part> parts;

    private UriTemplate(List<Part> parts) {
        this.parts = parts;
    }

    /** Empty for what is malformed, very long, or does not begin with a scheme in plain text: it then matches nothing. */
    static Optional<UriTemplate> parse(String template) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < template.length() && parts.size() <= MAX_PARTS) {
            int open = template.indexOf('{', at);
            int end = open < 0 ? template.length() : open;
            if (end > at) {
                parts.add(Part.fixed(template.substring(at, end)));
            }
            int close = open < 0 ? end : template.indexOf('}', open);
            if (close < 0 || close == open + 1) {
                return Optional.empty();
            }
            if (open >= 0) {
                parts.add(expression(template.substring(open + 1, close)));
                close++;
            }
            at = close;
        }
        String start = parts.isEmpty() ? null : parts.getFirst().literal();
        boolean sound = parts.size() <= MAX_PARTS && start != null && start.indexOf(':') > 0;
        return sound ? Optional.of(new UriTemplate(List.copyOf(parts))) : Optional.empty();
    }

    private static Part expression(String expression) {
        boolean many = expression.indexOf(',') > 0 || expression.endsWith("*");
        return switch (expression.charAt(0)) {
            case '+' -> new Part(null, "", true, false);
            case '#' -> new Part(null, "#", true, true);
            case '.' -> new Part(null, ".", false, true);
            case '/' -> new Part(null, "/", many, true);
            case ';' -> new Part(null, ";", false, true);
            case '?' -> new Part(null, "?", true, true);
            case '&' -> new Part(null, "&", true, true);
            default -> new Part(null, "", false, false);
        };
    }

    boolean matches(ConcreteUri uri) {
        if (uri.isAmbiguous()) {
            return false;
        }
        BitSet reached = new BitSet();
        reached.set(0);
        for (Part part : parts) {
            reached = part.literal() == null ? through(part, reached, uri) : past(part.literal(), reached, uri.text());
            if (reached.isEmpty()) {
                return false;
            }
        }
        return reached.get(uri.text().length());
    }

    private static BitSet past(String literal, BitSet from, String uri) {
        BitSet reached = new BitSet();
        for (int i = from.nextSetBit(0); i >= 0; i = from.nextSetBit(i + 1)) {
            if (uri.startsWith(literal, i)) {
                reached.set(i + literal.length());
            }
        }
        return reached;
    }

    private static BitSet through(Part part, BitSet from, ConcreteUri uri) {
        BitSet starts = part.lead().isEmpty() ? from : past(part.lead(), from, uri.text());
        BitSet reached = part.optional() ? (BitSet) from.clone() : new BitSet();
        boolean inside = false;
        for (int i = Math.max(0, starts.nextSetBit(0)); i < uri.text().length(); i++) {
            inside = (inside || starts.get(i)) && uri.mayExpand(i, part.crossesSegments());
            if (inside) {
                reached.set(i + 1);
            } else if (starts.nextSetBit(i + 1) < 0) {
                break;
            }
        }
        return reached;
    }
}
