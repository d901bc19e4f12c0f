package dev.gatehouse.gateway.access;

import dev.gatehouse.model.access.AccessConfig;
import dev.gatehouse.model.access.AccessDelta;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds what separates two configurations by walking their sorted lists side by side. What a rebuild left as it was is
 * the same instance in both, so that 100,000 unchanged principals cost one comparison of references each.
 */
final class Difference {

    private Difference() {}

    static AccessDelta between(AccessConfig before, AccessConfig after) {
        var servers = of(before.servers(), after.servers(), UpstreamServer::id);
        var principals = of(before.principals(), after.principals(), Principal::key);
        return new AccessDelta(
                before.gateway().equals(after.gateway()) ? null : after.gateway(),
                servers.put,
                servers.removed,
                principals.put,
                principals.removed,
                before.digest(),
                after.digest());
    }

    private record Parts<K, V>(List<V> put, Set<K> removed) {}

    @SuppressWarnings("ReferenceEquality")
    private static <K extends Comparable<K>, V> Parts<K, V> of(List<V> before, List<V> after, Function<V, K> keyOf) {
        var put = new ArrayList<V>();
        var removed = new LinkedHashSet<K>();
        int old = 0;
        int next = 0;
        while (old < before.size() && next < after.size()) {
            V was = before.get(old);
            V is = after.get(next);
            int order = was == is ? 0 : keyOf.apply(was).compareTo(keyOf.apply(is));
            if (order < 0) {
                removed.add(keyOf.apply(was));
            } else if (order > 0 || !was.equals(is)) {
                put.add(is);
            }
            old += order <= 0 ? 1 : 0;
            next += order >= 0 ? 1 : 0;
        }
        before.subList(old, before.size()).forEach(gone -> removed.add(keyOf.apply(gone)));
        put.addAll(after.subList(next, after.size()));
        return new Parts<>(put, removed);
    }
}
