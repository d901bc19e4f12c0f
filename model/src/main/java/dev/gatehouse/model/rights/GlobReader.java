package dev.gatehouse.model.rights;

import java.util.ArrayList;
import java.util.List;

/**
 * A glob as a deterministic automaton over code points, with as many states as the pattern has characters. Between two
 * wildcards it looks for the first place of the literal part, as {@link dev.gatehouse.model.access.Glob} does, in the manner
 * of Knuth, Morris and Pratt; after the last wildcard it keeps the longest beginning of the last part that the text ends in.
 */
final class GlobReader {

    /** The state from which nothing can match any more. */
    static final int DEAD = -1;

    private final List<int[]> parts = new ArrayList<>();
    private final List<int[]> borders = new ArrayList<>();
    private final int[] offsets;

    GlobReader(String pattern) {
        for (String part : pattern.split("\\*", -1)) {
            int[] literal = part.codePoints().toArray();
            parts.add(literal);
            borders.add(bordersOf(literal));
        }
        offsets = new int[parts.size() + 1];
        for (int i = 0; i < parts.size(); i++) {
            offsets[i + 1] = offsets[i] + parts.get(i).length + 1;
        }
    }

    int start() {
        return settle(0, 0);
    }

    int next(int state, int c) {
        if (state == DEAD) {
            return DEAD;
        }
        int part = partOf(state);
        int matched = state - offsets[part];
        int[] literal = parts.get(part);
        if (part == 0) {
            return matched < literal.length && literal[matched] == c ? settle(0, matched + 1) : DEAD;
        }
        int[] border = borders.get(part);
        while (matched > 0 && (matched == literal.length || literal[matched] != c)) {
            matched = border[matched];
        }
        if (matched < literal.length && literal[matched] == c) {
            matched++;
        }
        return settle(part, matched);
    }

    boolean matches(int state) {
        int last = parts.size() - 1;
        return state == offsets[last] + parts.get(last).length;
    }

    /** A part that is complete gives way to the next one; the last one stays. */
    private int settle(int part, int matched) {
        int at = part;
        int done = matched;
        while (at < parts.size() - 1 && done == parts.get(at).length) {
            at++;
            done = 0;
        }
        return offsets[at] + done;
    }

    private int partOf(int state) {
        int part = 0;
        while (state >= offsets[part + 1]) {
            part++;
        }
        return part;
    }

    /** For each length of a beginning of {@code literal}, the longest shorter beginning that it ends in. */
    private static int[] bordersOf(int[] literal) {
        int[] border = new int[literal.length + 1];
        int length = 0;
        for (int i = 1; i < literal.length; i++) {
            while (length > 0 && literal[i] != literal[length]) {
                length = border[length];
            }
            if (literal[i] == literal[length]) {
                length++;
            }
            border[i + 1] = length;
        }
        return border;
    }
}
