package dev.gatehouse.model.rights;

import dev.gatehouse.model.access.Glob;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a text against many patterns at once. Patterns are known by their number. */
final class PatternReader {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final ExactReader exact = new ExactReader();
    private final List<GlobReader> globs = new ArrayList<>();

    /** Globs have the first numbers. */
    PatternReader(Collection<String> patterns) {
        for (String pattern : patterns) {
            if (Glob.isGlob(pattern) && numbers.putIfAbsent(pattern, globs.size()) == null) {
                globs.add(new GlobReader(pattern));
            }
        }
        for (String pattern : patterns) {
            if (!Glob.isGlob(pattern) && numbers.putIfAbsent(pattern, numbers.size()) == null) {
                exact.add(pattern, numbers.size() - 1);
            }
        }
    }

    /** How far each pattern has come. Equal positions have an equal future. */
    static final class Positions {
        private final int[] states;

        private Positions(int[] states) {
            this.states = states;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Positions that && Arrays.equals(states, that.states);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(states);
        }
    }

    /** The numbers of {@code patterns}, all of which must be known. */
    BitSet numbers(Collection<String> patterns) {
        var set = new BitSet();
        for (String pattern : patterns) {
            set.set(numbers.getOrDefault(pattern, -1));
        }
        return set;
    }

    /** How many automata take a step for each character. */
    int width() {
        return globs.size() + 1;
    }

    Positions start() {
        int[] states = new int[width()];
        states[0] = exact.start();
        for (int i = 0; i < globs.size(); i++) {
            states[i + 1] = globs.get(i).start();
        }
        return new Positions(states);
    }

    Positions next(Positions at, int c) {
        int[] states = new int[width()];
        states[0] = exact.next(at.states[0], c);
        for (int i = 0; i < globs.size(); i++) {
            states[i + 1] = globs.get(i).next(at.states[i + 1], c);
        }
        return new Positions(states);
    }

    /** The patterns that match what was read. */
    BitSet matching(Positions at) {
        var matching = new BitSet();
        int name = exact.nameAt(at.states[0]);
        if (name >= 0) {
            matching.set(name);
        }
        for (int i = 0; i < globs.size(); i++) {
            if (globs.get(i).matches(at.states[i + 1])) {
                matching.set(i);
            }
        }
        return matching;
    }

    /** Whether one of the patterns {@code wanted} may match yet, however the text goes on. May say yes too often. */
    boolean mayMatch(Positions at, BitSet wanted) {
        if (at.states[0] != ExactReader.DEAD) {
            return true;
        }
        for (int i = 0; i < globs.size(); i++) {
            if (at.states[i + 1] != GlobReader.DEAD && wanted.get(i)) {
                return true;
            }
        }
        return false;
    }
}
