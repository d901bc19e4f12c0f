package dev.gatehouse.model.rights;

import dev.gatehouse.model.access.NamePatterns;
import dev.gatehouse.model.access.NameRules;
import dev.gatehouse.model.access.ServerRules;
import java.util.ArrayList;
import java.util.List;

/**
 * What one rule set says about one sort of thing of one server.
 *
 * @param wholeServer whether it grants every name, before exceptions
 */
record Clause(boolean wholeServer, NameRules names) {

    static final String EVERY_NAME = "*";

    static Clause of(ServerRules rules, RightsKind kind) {
        return new Clause(rules.grantsWholeServer(), kind.of(rules));
    }

    NamePatterns granted() {
        return names.granted();
    }

    NamePatterns excepted() {
        return names.excepted();
    }

    /** What it grants; a grant of the whole server matches as a wildcard does. */
    List<String> patterns() {
        var patterns = new ArrayList<String>();
        if (wholeServer) {
            patterns.add(EVERY_NAME);
        }
        granted().texts().stream()
                .filter(pattern -> !patterns.contains(pattern))
                .forEach(patterns::add);
        return patterns;
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
