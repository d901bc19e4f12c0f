package dev.gatehouse.gateway.api;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.PrincipalKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Some principals in the order of their keys, in one pass over all of them that holds no more than the page.
 *
 * @param more whether others follow
 */
record PrincipalPage(List<Principal> principals, boolean more) {

    static PrincipalPage of(
            AccessSnapshot snapshot, Predicate<Principal> wanted, @Nullable PrincipalKey after, int limit) {
        Comparator<Principal> order = Comparator.comparing(Principal::key);
        var first = new PriorityQueue<Principal>(order.reversed());
        snapshot.forEachPrincipal(principal -> {
            boolean follows = after == null || principal.key().compareTo(after) > 0;
            if (follows && wanted.test(principal)) {
                first.add(principal);
                if (first.size() > limit + 1) {
                    first.poll();
                }
            }
        });
        List<Principal> sorted = new ArrayList<>(first);
        sorted.sort(order);
        boolean more = sorted.size() > limit;
        return new PrincipalPage(more ? sorted.subList(0, limit) : sorted, more);
    }

    /** Reads {@code kind/namespace/name}; null for anything else. */
    static @Nullable PrincipalKey key(String text) {
        String[] parts = text.split("/", -1);
        return parts.length == 3 ? key(parts[0], parts[1], parts[2]) : null;
    }

    static @Nullable PrincipalKey key(String kind, String namespace, String name) {
        for (PrincipalKind candidate : PrincipalKind.values()) {
            if (candidate.label().equals(kind) && !namespace.isEmpty() && !name.isEmpty()) {
                return new PrincipalKey(candidate, namespace, name);
            }
        }
        return null;
    }
}
