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
