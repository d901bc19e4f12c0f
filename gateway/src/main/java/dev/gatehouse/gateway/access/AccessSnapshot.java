package dev.gatehouse.gateway.access;

import dev.gatehouse.gateway.serviceaccount.ServiceAccountIssuer;
import dev.gatehouse.gateway.serviceaccount.VerifiedToken;
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
    private final ServerIndex servers;
    private final PrincipalIndex principals;
    private final @Nullable ServiceAccountIssuer issuer;

    AccessSnapshot(
            long version,
            StateDigest digest,
            McpGatewaySpec gateway,
            Instant appliedAt,
            ServerIndex servers,
            PrincipalIndex principals,
            @Nullable ServiceAccountIssuer issuer) {
        this.version = version;
        this.digest = digest;
        this.gateway = gateway;
        this.appliedAt = appliedAt;
        this.servers = servers;
        this.principals = principals;
        this.issuer = issuer;
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

    /** Whose ServiceAccount's token it is, valid now or not; null too when its issuer or key is trusted no longer. */
    public @Nullable Credential credential(VerifiedToken token) {
        if (issuer == null || !issuer.trusts(token)) {
            return null;
        }
        Principal owner = principals.ownerOf(token.account());
        return owner == null ? null : new Credential(owner, token);
    }

    /** What has become of a credential of an earlier version: the same token, and whose it is now. */
    public @Nullable Credential current(Credential earlier) {
        VerifiedToken token = earlier.serviceAccountToken();
        return token == null ? credential(earlier.token().digest()) : credential(token);
    }

    /** Who signs the tokens of ServiceAccounts; absent: nobody is believed. */
    public @Nullable ServiceAccountIssuer issuer() {
        return issuer;
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
                principals.after(delta),
                issuer);
    }

    /** The same configuration as if nobody stood in it. */
    AccessSnapshot ofNobody() {
        return new AccessSnapshot(version, digest, gateway, appliedAt, servers, PrincipalIndex.NONE, null);
    }

    /** The same configuration under another issuer of ServiceAccount tokens. */
    AccessSnapshot trusting(@Nullable ServiceAccountIssuer next) {
        return new AccessSnapshot(version + 1, digest, gateway, appliedAt, servers, principals, next);
    }

    /** The state of a whole configuration, whose digest whoever made it has computed. */
    static AccessSnapshot first(
            AccessConfig config, AccessDelta all, Instant now, @Nullable ServiceAccountIssuer issuer) {
        return new AccessSnapshot(
                1,
                config.digest(),
                config.gateway(),
                now,
                ServerIndex.NONE.after(all),
                PrincipalIndex.NONE.after(all),
                issuer);
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
