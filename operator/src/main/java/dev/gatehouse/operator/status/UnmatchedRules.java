package dev.gatehouse.operator.status;

import dev.gatehouse.model.access.OfferedNames;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.UpstreamServer;
import dev.gatehouse.model.link.DiscoveredServer;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.status.ObservedStatus;
import dev.gatehouse.model.rights.RuleHolder;
import dev.gatehouse.model.rights.UnmatchedPattern;
import dev.gatehouse.model.rights.UnmatchedPatterns;
import dev.gatehouse.model.translate.Finding;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Warnings of patterns that match nothing upstream. While it is not known what a server offers, as after a restart of this
 * program, what was warned of before stands: a status must not change because nobody has looked yet.
 */
final class UnmatchedRules {

    private UnmatchedRules() {}

    /**
     * @param findings on the object
     * @param before its status so far
     */
    static List<String> warnings(
            Situation situation, ResourceKey key, List<Finding> findings, @Nullable ObservedStatus before) {
        if (findings.stream().anyMatch(finding -> finding.reason().refusesAll())) {
            return List.of();
        }
        Set<String> told = before == null ? Set.of() : Set.copyOf(before.warnings());
        var said = new UnmatchedPatterns.Said(
                paths(findings, Finding::isError), paths(findings, finding -> !finding.isError()));
        return RuleHolder.of(situation.published().resource(key).orElse(null)).stream()
                .flatMap(holder -> UnmatchedPatterns.of(holder, said, id -> offered(situation, id)).stream())
                .filter(pattern -> pattern.certain() || told.contains(Sentence.bounded(pattern.message())))
                .map(UnmatchedPattern::message)
                .toList();
    }

    private static Set<String> paths(List<Finding> findings, Predicate<Finding> wanted) {
        return findings.stream().filter(wanted).map(Finding::path).collect(Collectors.toSet());
    }

    /** What was found under another spec of the server says nothing of it as it is now. */
    private static @Nullable OfferedNames offered(Situation situation, ServerId id) {
        UpstreamServer inForce = situation.published().server(id).orElse(null);
        if (inForce == null) {
            return null;
        }
        DiscoveredServer found = situation.discovered().apply(id);
        return found == null || found.generation() != inForce.generation() ? OfferedNames.UNKNOWN : found.names();
    }
}
