package dev.gatehouse.model.access;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The compiled rules of one {@code spec.allow} or one allow-list. Exceptions subtract inside their own rule set only.
 *
 * <p>Equality is by content, through a digest of the canonical form that is computed once: principals with equal rights
 * share instances, and an entry that refers to a rule set pins its content by that digest.
 */
public final class RuleSet {

    /** The origin of rules that stand in the principal's own {@code spec.allow}: the same for all, so that they share. */
    public static final String INLINE = "spec.allow";

    private final String origin;
    private final List<ServerRules> servers;
    private final Map<ServerId, ServerRules> byServer;
    private final StateDigest digest;

    private RuleSet(String origin, List<ServerRules> servers, Map<ServerId, ServerRules> byServer) {
        this.origin = origin;
        this.servers = servers;
        this.byServer = byServer;
        this.digest = StateDigest.ofEntry(RuleSetJson.write(origin, servers));
    }

    /** Takes rules for distinct servers in any order. */
    public static RuleSet of(String origin, List<ServerRules> servers) {
        var sorted = new ArrayList<>(servers);
        sorted.sort(Comparator.comparing(ServerRules::server));
        var byServer = new HashMap<ServerId, ServerRules>();
        for (ServerRules rules : sorted) {
            if (byServer.put(rules.server(), rules) != null) {
                throw new IllegalArgumentException("two rules for " + rules.server());
            }
        }
        return new RuleSet(origin, List.copyOf(sorted), Map.copyOf(byServer));
    }

    /** Where the rules stand: {@link #INLINE} or an allow-list such as {@code McpAllowList platform/read-only}. */
    public String origin() {
        return origin;
    }

    /** Sorted by server. */
    public List<ServerRules> servers() {
        return servers;
    }

    public @Nullable ServerRules rulesFor(ServerId server) {
        return byServer.get(server);
    }

    /** Of the canonical form. */
    public StateDigest digest() {
        return digest;
    }

    /** Whether all that {@code before} allowed is certainly still allowed by this. */
    boolean covers(RuleSet before) {
        return before.servers.stream().allMatch(earlier -> {
            ServerRules now = byServer.get(earlier.server());
            return now != null && now.covers(earlier);
        });
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RuleSet that && digest.equals(that.digest);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    @Override
    public String toString() {
        return "RuleSet[" + origin + ", servers=" + byServer.keySet() + "]";
    }
}
