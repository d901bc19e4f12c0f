package dev.gatehouse.model.rights;

import dev.gatehouse.model.access.Action;
import dev.gatehouse.model.access.Decider;
import dev.gatehouse.model.access.Explanation;
import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.RuleSet;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.ServerRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares rights with rights, under the servers that either side reaches. Remembers every answer, as thousands of principals
 * share a few rights. Not thread-safe.
 */
final class GrantsComparison {

    private final Set<ServerId> servedBefore;
    private final Set<ServerId> servedNow;
    private final Map<Pair, List<RightsChange>> known = new HashMap<>();

    GrantsComparison(Set<ServerId> servedBefore, Set<ServerId> servedNow) {
        this.servedBefore = Set.copyOf(servedBefore);
        this.servedNow = Set.copyOf(servedNow);
    }

    private record Pair(Grants before, Grants now) {}

    /** Sorted by server; gains before losses. */
    List<RightsChange> changes(Grants before, Grants now) {
        return known.computeIfAbsent(new Pair(before, now), this::compare);
    }

    private List<RightsChange> compare(Pair pair) {
        if (pair.before().equals(pair.now()) && servedBefore.equals(servedNow)) {
            return List.of();
        }
        var changes = new ArrayList<RightsChange>();
        for (ServerId server : servers(pair)) {
            Grants before = servedBefore.contains(server) ? pair.before() : Grants.NONE;
            Grants now = servedNow.contains(server) ? pair.now() : Grants.NONE;
            if (!rules(before, server).equals(rules(now, server))) {
                changes.addAll(changes(before, now, server, true));
                changes.addAll(changes(now, before, server, false));
            }
        }
        return List.copyOf(changes);
    }

    /** What the second one allows and the first one does not. */
    private static List<RightsChange> changes(Grants less, Grants more, ServerId server, boolean gained) {
        var changes = new ArrayList<RightsChange>();
        for (RightsKind kind : RightsKind.values()) {
            RightsChange change = switch (GainSearch.between(less, more, server, kind)) {
                case Gain.Nothing _ -> null;
                case Gain.Unknown _ -> new RightsChange.Unclear(server, gained, kind);
                case Gain.Something(List<String> patterns, String example) ->
                    names(less, more, server, gained, kind, patterns, example);
            };
            if (change != null) {
                changes.add(change);
            }
        }
        boolean seen = Decider.decide(more, new Action.Server(server)).isAllowed()
                && !Decider.decide(less, new Action.Server(server)).isAllowed();
        if (changes.isEmpty() && seen) {
            changes.add(new RightsChange.Visibility(server, gained));
        }
        return changes;
    }

    private static RightsChange names(
            Grants less,
            Grants more,
            ServerId server,
            boolean gained,
            RightsKind kind,
            List<String> patterns,
            String example) {
        Action action = kind.actions(server, example).stream()
                .filter(each -> Decider.decide(more, each).isAllowed()
                        && !Decider.decide(less, each).isAllowed())
                .findFirst()
                .orElseThrow();
        return new RightsChange.Names(
                server, gained, kind, patterns, example, ground(more, action, true), ground(less, action, false));
    }

    private static RightsChange.@Nullable Ground ground(Grants grants, Action action, boolean granting) {
        for (Explanation.Part part : Explanation.of(grants, action).parts()) {
            Explanation.Match match = granting ? part.granted() : part.excepted();
            if (match != null && part.decision().isAllowed() == granting) {
                return new RightsChange.Ground(part.origin(), match);
            }
        }
        return null;
    }

    private static SortedSet<ServerId> servers(Pair pair) {
        var servers = new TreeSet<ServerId>();
        for (Grants grants : List.of(pair.before(), pair.now())) {
            grants.ruleSets().stream()
                    .map(RuleSet::servers)
                    .flatMap(Collection::stream)
                    .map(ServerRules::server)
                    .forEach(servers::add);
        }
        return servers;
    }

    private static List<ServerRules> rules(Grants grants, ServerId server) {
        return grants.ruleSets().stream()
                .map(ruleSet -> ruleSet.rulesFor(server))
                .filter(Objects::nonNull)
                .toList();
    }
}
