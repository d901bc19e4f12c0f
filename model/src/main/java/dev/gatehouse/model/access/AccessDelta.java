package dev.gatehouse.model.access;

import dev.gatehouse.model.resource.McpGatewaySpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The difference between two configurations: applied to the first it gives the second, whose digest it carries as proof.
 * A changed entry is put, not also removed.
 *
 * @param gateway the new settings; absent: unchanged
 */
public record AccessDelta(
        @Nullable McpGatewaySpec gateway,
        List<UpstreamServer> putServers,
        Set<ServerId> removedServers,
        List<Principal> putPrincipals,
        Set<PrincipalKey> removedPrincipals,
        StateDigest from,
        StateDigest to) {

    public AccessDelta {
        putServers = List.copyOf(putServers);
        removedServers = Collections.unmodifiableSet(new LinkedHashSet<>(removedServers));
        putPrincipals = List.copyOf(putPrincipals);
        removedPrincipals = Collections.unmodifiableSet(new LinkedHashSet<>(removedPrincipals));
    }

    /** Walks both configurations once; entries that they share are not looked into. */
    public static AccessDelta between(AccessConfig before, AccessConfig after) {
        var servers = SortedChange.between(before.servers(), after.servers(), UpstreamServer::id);
        var principals = SortedChange.between(before.principals(), after.principals(), Principal::key);
        boolean settingsChanged = !before.gateway().equals(after.gateway());
        return new AccessDelta(
                settingsChanged ? after.gateway() : null,
                servers.put(),
                gone(
                        servers.removed().stream().map(UpstreamServer::id).toList(),
                        servers.put().stream().map(UpstreamServer::id).toList()),
                principals.put(),
                gone(
                        principals.removed().stream().map(Principal::key).toList(),
                        principals.put().stream().map(Principal::key).toList()),
                before.digest(),
                after.digest());
    }

    public boolean isEmpty() {
        return gateway == null
                && putServers.isEmpty()
                && removedServers.isEmpty()
                && putPrincipals.isEmpty()
                && removedPrincipals.isEmpty();
    }

    /**
     * Applies this to the configuration that it starts from.
     *
     * @throws IllegalStateException if {@code before} is not that configuration, or the result is not the announced one:
     *     the two ends have drifted apart and the whole configuration has to be fetched again
     */
    public AccessConfig applyTo(AccessConfig before) {
        if (!before.digest().equals(from)) {
            throw new IllegalStateException("this delta starts from " + from + ", not from " + before.digest());
        }
        AccessConfig after = before.with(
                gateway == null ? before.gateway() : gateway,
                SortedChange.merge(before.servers(), sorted(removedServers), putServers, UpstreamServer::id),
                SortedChange.merge(before.principals(), sorted(removedPrincipals), putPrincipals, Principal::key));
        if (!after.digest().equals(to)) {
            throw new IllegalStateException("this delta gives " + after.digest() + ", not " + to);
        }
        return after;
    }

    private static <K> Set<K> gone(List<K> removed, List<K> put) {
        var gone = new LinkedHashSet<>(removed);
        put.forEach(gone::remove);
        return gone;
    }

    private static <K extends Comparable<K>> List<K> sorted(Set<K> keys) {
        var list = new ArrayList<>(keys);
        Collections.sort(list);
        return list;
    }
}
