package dev.gatehouse.model.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names and globs of one sort (tools, prompts or resources), each with the index of the first rule that states it.
 *
 * @param exact whole names
 * @param globs in the order of their rules
 */
public record NamePatterns(Map<String, Integer> exact, List<IndexedGlob> globs) {

    public static final NamePatterns NONE = new NamePatterns(Map.of(), List.of());

    /** What {@link #firstMatch} gives when nothing matches. */
    public static final int NO_RULE = -1;

    public NamePatterns {
        exact = Map.copyOf(exact);
        globs = List.copyOf(globs);
    }

    /** A glob and the rule that states it. */
    public record IndexedGlob(Glob glob, int rule) {}

    public boolean isEmpty() {
        return exact.isEmpty() && globs.isEmpty();
    }

    /** Each pattern by itself, exact names first in their alphabetical order. */
    public List<NamePatterns> alone() {
        var alone = new ArrayList<NamePatterns>(exact.size() + globs.size());
        new TreeMap<>(exact).forEach((name, rule) -> alone.add(new NamePatterns(Map.of(name, rule), List.of())));
        globs.forEach(glob -> alone.add(new NamePatterns(Map.of(), List.of(glob))));
        return alone;
    }

    /** The texts of all patterns, in the same order. */
    public List<String> texts() {
        var texts = new ArrayList<>(new TreeMap<>(exact).keySet());
        globs.forEach(glob -> texts.add(glob.glob().pattern()));
        return texts;
    }

    /** Whether one pattern alone, {@code *} or another with nothing but stars, matches every name. */
    public boolean matchesEverything() {
        return everythingRule() != NO_RULE;
    }

    /** The rule that states such a pattern, else {@link #NO_RULE}. */
    int everythingRule() {
        for (IndexedGlob candidate : globs) {
            if (candidate.glob().matchesEverything()) {
                return candidate.rule();
            }
        }
        return NO_RULE;
    }

    /** The rule that states {@code name} itself, else {@link #NO_RULE}. */
    public int exactRule(String name) {
        return exact.getOrDefault(name, NO_RULE);
    }

    /** The smallest index of a rule that matches {@code name}, else {@link #NO_RULE}. */
    public int firstMatch(String name) {
        int first = exactRule(name);
        for (IndexedGlob candidate : globs) {
            if (first != NO_RULE && candidate.rule() >= first) {
                return first;
            }
            if (candidate.glob().matches(name)) {
                return candidate.rule();
            }
        }
        return first;
    }

    public boolean matches(String name) {
        return firstMatch(name) != NO_RULE;
    }

    /** Whether every name that {@code pattern}, itself a name or a glob, matches is certainly matched here. */
    public boolean covers(String pattern) {
        return exact.containsKey(pattern)
                || globs.stream().anyMatch(candidate -> candidate.glob().covers(pattern));
    }

    /** Whether everything that {@code others} match is certainly matched here. May say no where the truth is yes. */
    public boolean covers(NamePatterns others) {
        return others.exact.keySet().stream().allMatch(this::covers)
                && others.globs.stream().allMatch(other -> covers(other.glob().pattern()));
    }
}
