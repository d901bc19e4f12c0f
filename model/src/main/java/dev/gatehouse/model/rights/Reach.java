package dev.gatehouse.model.rights;

import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.ServerRules;
import java.util.ArrayList;
import java.util.List;

/** How much of one sort of thing of one server somebody may use. */
public sealed interface Reach {

    record Everything() implements Reach {}

    record Nothing() implements Reach {}

    /** What any of the parts allows. */
    record Some(List<Part> parts) implements Reach {
        public Some {
            parts = List.copyOf(parts);
        }
    }

    /** Of one rule set: what the patterns match, without what the exceptions match. */
    record Part(List<String> patterns, List<String> exceptions) {
        public Part {
            patterns = List.copyOf(patterns);
            exceptions = List.copyOf(exceptions);
        }
    }

    static Reach of(Grants grants, ServerId server, RightsKind kind) {
        var parts = new ArrayList<Part>();
        for (var ruleSet : grants.ruleSets()) {
            ServerRules rules = ruleSet.rulesFor(server);
            Clause clause = rules == null ? null : Clause.of(rules, kind);
            if (clause != null && clause.grantsEverything()) {
                return new Everything();
            }
            if (clause != null && !clause.isEmpty()) {
                parts.add(new Part(clause.patterns(), clause.excepted().texts()));
            }
        }
        return parts.isEmpty() ? new Nothing() : new Some(parts);
    }
}
