package dev.gatehouse.model.translate;

import dev.gatehouse.model.translate.memory.SharedInstances;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One plan for all principals that declare the same rights, and equal parts of what comes of them as one instance each. */
final class RightsPlans {

    private static final int SLACK = 1_000;

    private final SharedInstances shared = new SharedInstances();
    private final Map<RightsPlan.Key, RightsPlan> plans = new HashMap<>();

    RightsPlan plan(RightsPlan.Key key) {
        return plans.computeIfAbsent(key, absent -> new RightsPlan(absent, shared));
    }

    SharedInstances shared() {
        return shared;
    }

    /** Whether it has come to hold much more than {@code principals} could need. */
    boolean isOvergrownFor(int principals) {
        int most = 2 * principals + SLACK;
        return plans.size() > most || shared.holdsMoreThan(most);
    }

    /** Forgets everything but {@code used}; what else is still needed is shared anew as it comes along. */
    void retain(Stream<RightsPlan> used) {
        List<RightsPlan> kept = used.toList();
        plans.clear();
        kept.forEach(plan -> plans.put(plan.key(), plan));
        shared.forget();
    }
}
