package dev.gatehouse.operator.status;

import dev.gatehouse.model.access.OfferedNames;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.UpstreamServer;
import dev.gatehouse.model.link.DiscoveredServer;
import dev.gatehouse.model.resource.Rule;
import dev.gatehouse.model.rights.UnmatchedPattern;
import dev.gatehouse.model.rights.UnmatchedPatterns;
import dev.gatehouse.model.translate.Finding;
import dev.gatehouse.model.translate.Reason;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Warnings of patterns that match nothing upstream. While it is not known what a server offers, as after a restart of this
 * program, what was warned of before stands: a status must not change because nobody has looked yet.
 */
final class UnmatchedRules {

    private static final String SERVER = ".server";

    private final Situation situation;
    private final List<Finding> findings;
    private final Set<String> told;

    private UnmatchedRules(Situation situation, List<Finding> findings, List<String> told) {
        this.situation = situation;
        this.findings = findings;
        this.told = Set.copyOf(told);
    }

    /**
     * @param path of {@code rules} in their object
     * @param findings on that object
     * @param told its warnings so far
     */
    static List<String> warnings(
            Situation situation,
            List<Rule> rules,
            String path,
            String namespace,
            List<Finding> findings,
            List<String> told) {
        return new UnmatchedRules(situation, findings, told).warnings(rules, path, namespace);
    }

    private List<String> warnings(List<Rule> rules, String path, String namespace) {
        if (findings.stream().anyMatch(finding -> finding.reason() == Reason.INVALID)) {
            return List.of();
        }
        Set<String> unresolved = findings.stream()
                .filter(finding -> finding.isError() && finding.path().endsWith(SERVER))
                .map(finding -> finding.path().substring(0, finding.path().length() - SERVER.length()))
                .collect(Collectors.toSet());
        Set<String> known = findings.stream().map(Finding::path).collect(Collectors.toSet());
        return UnmatchedPatterns.of(rules, path, namespace, this::offered).stream()
                .filter(pattern -> !unresolved.contains(pattern.rule()) && !known.contains(pattern.path()))
                .filter(pattern -> pattern.certain() || told.contains(Sentence.bounded(pattern.message())))
                .map(UnmatchedPattern::message)
                .toList();
    }

    /** What was found under another spec of the server says nothing of it as it is now. */
    private @Nullable OfferedNames offered(ServerId id) {
        UpstreamServer inForce = situation.published().server(id).orElse(null);
        if (inForce == null) {
            return null;
        }
        DiscoveredServer found = situation.discovered().apply(id);
        return found == null || found.generation() != inForce.generation() ? OfferedNames.UNKNOWN : found.names();
    }
}
