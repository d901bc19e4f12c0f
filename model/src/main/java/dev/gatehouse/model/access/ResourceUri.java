package dev.gatehouse.model.access;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A resource URI, or a template, as a decision sees it: the literal text, and whether programs that parse URIs could read
 * it differently from one another.
 *
 * @param ambiguous true: no wildcard may be trusted to say what it names
 */
record ResourceUri(String text, boolean ambiguous) {

    static ResourceUri of(String uri) {
        return new ResourceUri(uri, UriAmbiguity.of(uri));
    }

    static ResourceUri ofTemplate(String template) {
        return new ResourceUri(template, UriAmbiguity.ofTemplate(template));
    }

    /**
     * Whether an exception names it: literally, or without what follows {@code ?} or {@code #}, or without a trailing
     * slash, or with its escapes of printable ASCII decoded. Wider than a grant on purpose.
     */
    boolean isExceptedBy(NamePatterns exceptions) {
        if (exceptions.isEmpty()) {
            return false;
        }
        return isNamedBy(exceptions, text) || isNamedBy(exceptions, decoded(text));
    }

    /** The patterns and, for those with escapes, also their decoded spelling. */
    static Collection<String> patternSpellings(Collection<String> patterns) {
        Set<String> spellings = new LinkedHashSet<>(patterns);
        patterns.forEach(pattern -> spellings.add(decoded(pattern)));
        return spellings;
    }

    private static boolean isNamedBy(NamePatterns exceptions, String spelling) {
        String base = base(spelling);
        return exceptions.matches(spelling)
                || exceptions.matches(base)
                || (base.endsWith("/") && exceptions.matches(base.substring(0, base.length() - 1)));
    }

    private static String base(String uri) {
        for (int i = 0; i < uri.length(); i++) {
            char c = uri.charAt(i);
            if (c == '?' || c == '#') {
                boolean expression = i > 0 && uri.charAt(i - 1) == '{';
                return uri.substring(0, expression ? i - 1 : i);
            }
        }
        return uri;
    }

    private static String decoded(String uri) {
        if (uri.indexOf('%') < 0) {
            return uri;
        }
        var out = new StringBuilder(uri.length());
        for (int i = 0; i < uri.length(); i++) {
            int code = uri.charAt(i) == '%' ? UriAmbiguity.escaped(uri, i) : -1;
            if (code > 0x20 && code < 0x7f) {
                out.append((char) code);
                i += 2;
            } else {
                out.append(uri.charAt(i));
            }
        }
        return out.toString();
    }
}
