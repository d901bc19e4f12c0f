package dev.gatehouse.operator.status;

import dev.gatehouse.model.translate.Finding;
import java.util.ArrayList;
import java.util.List;

/** The sentences of a status that fail nothing. */
final class Warnings {

    static final int MOST = 20;

    private Warnings() {}

    static List<String> of(List<Finding> findings) {
        return bounded(findings.stream()
                .filter(finding -> !finding.isError())
                .map(Finding::message)
                .toList());
    }

    /** The first ones leave no place for more than fit: that there are more must not depend on what is known at the moment. */
    static List<String> withFurther(List<String> warnings, List<String> further) {
        var all = new ArrayList<>(bounded(warnings));
        further.stream()
                .map(Sentence::bounded)
                .filter(sentence -> !all.contains(sentence))
                .distinct()
                .limit(MOST - all.size())
                .toList()
                .forEach(all::add);
        return all;
    }

    static List<String> bounded(List<String> warnings) {
        var bounded = new ArrayList<String>();
        warnings.stream().map(Sentence::bounded).distinct().limit(MOST).forEach(bounded::add);
        long more = warnings.stream().distinct().count() - MOST;
        if (more > 0) {
            bounded.set(MOST - 1, "And " + (more + 1) + " more warnings.");
        }
        return bounded;
    }
}
