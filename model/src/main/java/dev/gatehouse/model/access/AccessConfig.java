package dev.gatehouse.model.access;

import dev.gatehouse.model.resource.McpGatewaySpec;
import java.util.List;

/**
 * A whole compiled configuration: everything that a gateway needs to decide, and no client token. Sorted and immutable,
 * so that equal worlds give equal configurations with equal {@link #digest() digests}.
 *
 * @param servers sorted by id; keys are unique
 * @param principals sorted by key; digests of tokens are unique over all of them
 * @param digest the sum over the canonical forms of the settings, the servers and the principals, which in turn pin
 *     their rule sets
 */
public record AccessConfig(
        McpGatewaySpec gateway, List<UpstreamServer> servers, List<Principal> principals, StateDigest digest) {

    /** Knows no server and no principal. */
    public static final AccessConfig EMPTY = of(McpGatewaySpec.defaults(), List.of(), List.of());

    public AccessConfig {
        servers = List.copyOf(servers);
        principals = List.copyOf(principals);
    }

    /** Takes sorted lists and digests every entry. */
    public static AccessConfig of(McpGatewaySpec gateway, List<UpstreamServer> servers, List<Principal> principals) {
        StateDigest digest = digestOf(gateway);
        for (UpstreamServer server : servers) {
            digest = digest.plus(digestOf(server));
        }
        for (Principal principal : principals) {
            digest = digest.plus(digestOf(principal));
        }
        return new AccessConfig(gateway, servers, principals, digest);
    }

    /**
     * The configuration that follows this one. Its digest is this one's, corrected by what differs, so that entries which
     * both share cost nothing.
     */
    public AccessConfig with(McpGatewaySpec next, List<UpstreamServer> nextServers, List<Principal> nextPrincipals) {
        var sum = new Sum(digest);
        if (!gateway.equals(next)) {
            sum.replace(digestOf(gateway), digestOf(next));
        }
        SortedChange.between(servers, nextServers, UpstreamServer::id)
                .forEach(gone -> sum.subtract(digestOf(gone)), put -> sum.add(digestOf(put)));
        SortedChange.between(principals, nextPrincipals, Principal::key)
                .forEach(gone -> sum.subtract(digestOf(gone)), put -> sum.add(digestOf(put)));
        return new AccessConfig(next, nextServers, nextPrincipals, sum.value);
    }

    private static final class Sum {
        private StateDigest value;

        Sum(StateDigest start) {
            value = start;
        }

        void add(StateDigest entry) {
            value = value.plus(entry);
        }

        void subtract(StateDigest entry) {
            value = value.minus(entry);
        }

        void replace(StateDigest old, StateDigest entry) {
            subtract(old);
            add(entry);
        }
    }

    /** The share of the settings in a configuration's digest. */
    public static StateDigest digestOf(McpGatewaySpec gateway) {
        return StateDigest.ofEntry(GatewayJson.write(gateway));
    }

    /** The share of one server in a configuration's digest. */
    public static StateDigest digestOf(UpstreamServer server) {
        return StateDigest.ofEntry(ServerJson.write(server));
    }

    /** The share of one principal in a configuration's digest. */
    public static StateDigest digestOf(Principal principal) {
        return StateDigest.ofEntry(PrincipalJson.write(principal));
    }
}
