package dev.gatehouse.model.translate;

import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.RuleSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Equal parts of a configuration as one instance each: 100,000 clients then cost hardly more than their names and digests.
 * Grows with what it has ever seen, until {@link #retain} is told what is still in use.
 */
final class SharedInstances {

    private static final int SLACK = 1_000;

    private final Map<RightsPlan.Key, RightsPlan> plans = new HashMap<>();
    private final Map<RuleSet, RuleSet> ruleSets = new HashMap<>();
    private final Map<Grants, Grants> grants = new HashMap<>();
    private final Map<String, String> words = new HashMap<>();

    RightsPlan plan(RightsPlan.Key key) {
        return plans.computeIfAbsent(key, absent -> new RightsPlan(absent, this));
    }

    RuleSet ruleSet(RuleSet ruleSet) {
        return ruleSets.computeIfAbsent(ruleSet, absent -> absent);
    }

    Grants grants(Grants equal) {
        return grants.computeIfAbsent(equal, absent -> absent);
    }

    /** For words that many objects repeat: namespaces, names of tokens. */
    String word(String word) {
        return words.computeIfAbsent(word, absent -> absent);
    }

    /** Whether it has come to hold much more than {@code used} plans could need. */
    boolean isOvergrown(int used) {
        int most = 2 * used + SLACK;
        return plans.size() > most || ruleSets.size() > most || grants.size() > most || words.size() > most;
    }

    /** Forgets everything but {@code used} plans; what else is still needed is shared anew as it comes along. */
    void retain(Collection<RightsPlan> used) {
        plans.clear();
        used.forEach(plan -> plans.put(plan.key(), plan));
        ruleSets.clear();
        grants.clear();
        words.clear();
    }
}
