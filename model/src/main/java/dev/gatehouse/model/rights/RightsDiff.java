package dev.gatehouse.model.rights;

import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.PrincipalKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a change of the manifests changes for those who are subject to them.
 *
 * @param principals those for whom something changes, sorted
 * @param servers sorted by id
 */
public record RightsDiff(List<PrincipalChange> principals, List<ServerChange> servers) {

    public RightsDiff {
        principals = List.copyOf(principals);
        servers = List.copyOf(servers);
    }

    public static RightsDiff between(AccessView before, AccessView now) {
        var comparison =
                new GrantsComparison(before.served().keySet(), now.served().keySet());
        var keys = new TreeSet<PrincipalKey>();
        before.principals().forEach(principal -> keys.add(principal.key()));
        now.principals().forEach(principal -> keys.add(principal.key()));
        var changes = new ArrayList<PrincipalChange>();
        for (PrincipalKey key : keys) {
            PrincipalChange change = change(key, before, now, comparison);
            if (!change.isNothing()) {
                changes.add(change);
            }
        }
        return new RightsDiff(changes, ServerChange.between(before.served(), now.served()));
    }

    /** Whether anybody may do anything that was not allowed before, or that cannot be excluded. */
    public boolean widens() {
        return principals.stream().anyMatch(PrincipalChange::widens)
                || servers.stream().anyMatch(ServerChange::widens);
    }

    public boolean isEmpty() {
        return principals.isEmpty() && servers.isEmpty();
    }

    private static PrincipalChange change(
            PrincipalKey key, AccessView before, AccessView now, GrantsComparison comparison) {
        var tokens = new ArrayList<TokenChange>(TokenChange.between(
                before.principal(key).map(Principal::tokens).orElse(List.of()),
                now.principal(key).map(Principal::tokens).orElse(List.of())));
        tokens.addAll(TokenChange.betweenOtherWays(otherWays(key, before), otherWays(key, now)));
        return new PrincipalChange(
                key,
                before.standing(key),
                now.standing(key),
                before.principal(key).map(Principal::role).orElse(null),
                now.principal(key).map(Principal::role).orElse(null),
                tokens,
                comparison.changes(before.effective(key), now.effective(key)));
    }

    private static Set<String> otherWays(PrincipalKey key, AccessView view) {
        return switch (view.standing(key)) {
            case ABSENT, REFUSED, SUSPENDED -> Set.of();
            case WITHOUT_TOKEN, ACTIVE ->
                view.identity(key).<Set<String>>map(DeclaredIdentity::otherWays).orElse(Set.of());
        };
    }
}
