package dev.gatehouse.model.rights;

import dev.gatehouse.model.access.NamePatterns;
import dev.gatehouse.model.access.NameRules;
import dev.gatehouse.model.access.ServerRules;

/**
 * What one rule set says about one sort of thing of one server.
 *
 * @param wholeServer whether it grants every name, before exceptions
 */
record Clause(boolean wholeServer, NameRules names) {

    static Clause of(ServerRules rules, RightsKind kind) {
        return new Clause(rules.grantsWholeServer(), kind.of(rules));
    }

    NamePatterns granted() {
        return names.granted();
    }

    NamePatterns excepted() {
        return names.excepted();
    }

    /** Whether it grants any text there is, also a URI that can be read in two ways. */
    boolean grantsEverything() {
        return (wholeServer || granted().matchesEverything()) && excepted().isEmpty();
    }

    boolean isEmpty() {
        return !names.couldAllow(wholeServer);
    }

    /**
     * Whether everything that {@code pattern} matches and {@code other} does not except is granted here. A no is no proof of
     * the contrary. Where exceptions of the other one cover those of this one, whatever passed the former passes the latter,
     * in every spelling of a URI.
     */
    boolean takesOver(String pattern, Clause other) {
        return (wholeServer || granted().covers(pattern))
                && (excepted().isEmpty() || other.excepted().covers(excepted()));
    }
}
