package dev.gatehouse.model.rights;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * One spelling of a URI as exceptions read it: whole, without what follows {@code ?} or {@code #}, and without a slash at the
 * end of that.
 *
 * @param at of the whole text
 * @param last its last character if that matters later, else 0
 * @param before the same without the last character, kept only if that matters later
 * @param base the patterns that match the text in front of {@code ?} or {@code #}; absent until one of them comes
 */
record UriVariants(
        PatternReader.Positions at,
        int last,
        @Nullable UriVariants before,
        @Nullable BitSet base) {

    static UriVariants start(PatternReader exceptions) {
        return new UriVariants(exceptions.start(), 0, null, null);
    }

    UriVariants next(PatternReader exceptions, int c) {
        PatternReader.Positions moved = exceptions.next(at, c);
        if (base != null) {
            return new UriVariants(moved, 0, null, base);
        }
        if (c == '?' || c == '#') {
            // A template's {?query} and {#fragment} are cut off with their brace.
            UriVariants front = last == '{' && before != null ? before : this;
            return new UriVariants(moved, 0, null, front.ofBase(exceptions));
        }
        return switch (c) {
            case '/' -> new UriVariants(moved, c, new UriVariants(at, 0, null, null), null);
            case '{' -> new UriVariants(moved, c, last == '/' ? this : new UriVariants(at, 0, null, null), null);
            default -> new UriVariants(moved, 0, null, null);
        };
    }

    BitSet excepting(PatternReader exceptions) {
        BitSet excepting = base == null ? ofBase(exceptions) : (BitSet) base.clone();
        excepting.or(exceptions.matching(at));
        return excepting;
    }

    private BitSet ofBase(PatternReader exceptions) {
        BitSet matching = exceptions.matching(at);
        if (last == '/' && before != null) {
            matching.or(exceptions.matching(before.at));
        }
        return matching;
    }
}
