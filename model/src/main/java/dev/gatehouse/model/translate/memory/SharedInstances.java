package dev.gatehouse.model.translate.memory;

import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.RuleSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Equal parts of a configuration as one instance each: 100,000 clients then cost hardly more than their names and digests.
 * Grows with what it has ever seen, until it is told to {@link #forget}.
 */
public final class SharedInstances {

    private final Map<RuleSet, RuleSet> ruleSets = new HashMap<>();
    private final Map<Grants, Grants> grants = new HashMap<>();
    private final Map<String, String> words = new HashMap<>();

    public RuleSet ruleSet(RuleSet ruleSet) {
        return ruleSets.computeIfAbsent(ruleSet, absent -> absent);
    }

    public Grants grants(Grants equal) {
        return grants.computeIfAbsent(equal, absent -> absent);
    }

    /** For words that many objects repeat: namespaces, names of tokens. */
    public String word(String word) {
        return words.computeIfAbsent(word, absent -> absent);
    }

    /** Whether there are more than {@code most} of anything. */
    public boolean holdsMoreThan(int most) {
        return ruleSets.size() > most || grants.size() > most || words.size() > most;
    }

    /** What is still needed is shared anew as it comes along. */
    public void forget() {
        ruleSets.clear();
        grants.clear();
        words.clear();
    }
}
