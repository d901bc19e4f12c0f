package dev.gatehouse.model.access;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern whose only wildcard is {@code *}, any run of characters, also an empty one. Everything else stands for
 * itself, case-sensitive and by code point: no character classes, no escapes, no normalisation.
 *
 * <p>A match looks for the literal parts from left to right, each at its first place after the one before, and never
 * goes back: the first place is always as good as a later one, so that no pattern makes a match explode.
 */
public final class Glob {

    public static final char WILDCARD = '*';

    private final String pattern;
    private final List<String> parts;

    private Glob(String pattern, List<String> parts) {
        this.pattern = pattern;
        this.parts = parts;
    }

    public static Glob of(String pattern) {
        var parts = new ArrayList<String>();
        int from = 0;
        for (int star = pattern.indexOf(WILDCARD); star >= 0; star = pattern.indexOf(WILDCARD, from)) {
            parts.add(pattern.substring(from, star));
            from = star + 1;
        }
        parts.add(pattern.substring(from));
        return new Glob(pattern, List.copyOf(parts));
    }

    /** Whether {@code pattern} has a wildcard; one without is an exact name. */
    public static boolean isGlob(String pattern) {
        return pattern.indexOf(WILDCARD) >= 0;
    }

    public String pattern() {
        return pattern;
    }

    /** Whether it has nothing but wildcards. */
    public boolean matchesEverything() {
        return parts.size() > 1 && parts.stream().allMatch(String::isEmpty);
    }

    public boolean matches(String text) {
        if (parts.size() == 1) {
            return pattern.equals(text);
        }
        String first = parts.getFirst();
        String last = parts.getLast();
        int end = text.length() - last.length();
        if (first.length() > end || !text.startsWith(first) || !text.endsWith(last)) {
            return false;
        }
        int at = first.length();
        for (int i = 1; i < parts.size() - 1; i++) {
            String part = parts.get(i);
            int found = text.indexOf(part, at);
            if (found < 0 || found + part.length() > end) {
                return false;
            }
            at = found + part.length();
        }
        return true;
    }

    /**
     * Whether this matches all that {@code other} matches. A wildcard of {@code other} can only be consumed by a wildcard
     * of this one, as no literal part contains one; whatever stands in its place is then consumed as well.
     */
    public boolean covers(String other) {
        return matches(other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Glob that && pattern.equals(that.pattern);
    }

    @Override
    public int hashCode() {
        return pattern.hashCode();
    }

    @Override
    public String toString() {
        return pattern;
    }
}
