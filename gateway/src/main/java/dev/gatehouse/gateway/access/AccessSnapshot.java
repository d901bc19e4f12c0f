package dev.gatehouse.gateway.access;

import dev.gatehouse.model.access.AccessConfig;
import dev.gatehouse.model.access.AccessDelta;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.StateDigest;
import dev.gatehouse.model.access.TokenDigest;
import dev.gatehouse.model.access.UpstreamServer;
import dev.gatehouse.model.resource.McpGatewaySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One version of the configuration, whole and immutable. A request takes one at its start and asks only that one until
 * its end. Look-ups allocate nothing.
 */
public final class AccessSnapshot {

    private final long version;
    private final StateDigest digest;
    private final McpGatewaySpec gateway;
    private final Instant appliedAt;
    private final Servers servers;
    private final Principals principals;

    AccessSnapshot(
            long version,
            StateDigest digest,
            McpGatewaySpec gateway,
            Instant appliedAt,
            Servers servers,
            Principals principals) {
        this.version = version;
        this.digest = digest;
        this.gateway = gateway;
        this.appliedAt = appliedAt;
        this.servers = servers;
        this.principals = principals;
    }

    /** Counts the swaps of this process, from 1. */
    public long version() {
        return version;
    }

    /** Of the whole state: equal on all gateways that enforce the same. */
    public StateDigest digest() {
        return digest;
    }

    public McpGatewaySpec gateway() {
        return gateway;
    }

    public Instant appliedAt() {
        return appliedAt;
    }

    public @Nullable UpstreamServer serverByKey(String key) {
        return servers.byKey(key);
    }

    public @Nullable UpstreamServer server(ServerId id) {
        return servers.byId(id);
    }

    /** Sorted by id. */
    public List<UpstreamServer> servers() {
        return servers.all();
    }

    public @Nullable Principal principal(PrincipalKey key) {
        return principals.principal(key);
    }

    /** Whose token it is, valid now or not. */
    public @Nullable Credential credential(TokenDigest digest) {
        return principals.credential(digest);
    }

    /** In no order. */
    public void forEachPrincipal(Consumer<? super Principal> action) {
        principals.forEach(action);
    }

    /** How many principals there are. */
    public int principalCount() {
        return principals.size();
    }

    /** The state that {@code delta} leads to, proved by its digest. Costs what the delta costs. */
    AccessSnapshot after(AccessDelta delta, Instant now) {
        if (!delta.from().equals(digest)) {
            throw new IllegalStateException("a delta from " + delta.from() + " does not fit " + digest);
        }
        StateDigest reached = digestAfter(delta);
        if (!reached.equals(delta.to())) {
            throw new IllegalStateException("a delta to " + delta.to() + " has led to " + reached);
        }
        return new AccessSnapshot(
                version + 1,
                reached,
                delta.gateway() == null ? gateway : delta.gateway(),
                now,
                servers.after(delta),
                principals.after(delta));
    }

    /** The state of a whole configuration, whose digest whoever made it has computed. */
    static AccessSnapshot first(AccessConfig config, AccessDelta all, Instant now) {
        return new AccessSnapshot(
                1, config.digest(), config.gateway(), now, Servers.NONE.after(all), Principals.NONE.after(all));
    }

    AccessConfig toConfig() {
        var sorted = new ArrayList<Principal>(principals.size());
        principals.forEach(sorted::add);
        sorted.sort(Comparator.comparing(Principal::key));
        return new AccessConfig(gateway, servers.all(), sorted, digest);
    }

    private StateDigest digestAfter(AccessDelta delta) {
        StateDigest sum = digest;
        if (delta.gateway() != null) {
            sum = sum.minus(AccessConfig.digestOf(gateway)).plus(AccessConfig.digestOf(delta.gateway()));
        }
        return sum.plus(servers.change(delta)).plus(principals.change(delta));
    }
}
