package dev.gatehouse.operator.status;

import dev.gatehouse.model.translate.Finding;
import java.util.List;

/**
 * What conditions follow from.
 *
 * @param generation of the spec that was judged
 * @param suspended whether the object asks not to be served
 */
record Judgement(long generation, List<Finding> findings, boolean suspended, Progress progress) {

    Judgement {
        findings = List.copyOf(findings);
    }

    /** The mistakes that turn the condition of this name False. */
    List<Finding> against(String condition) {
        return findings.stream()
                .filter(finding ->
                        finding.isError() && finding.reason().condition().equals(condition))
                .toList();
    }
}
