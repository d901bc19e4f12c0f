package dev.gatehouse.model.access;

import dev.gatehouse.model.resource.ClientLimits;
import dev.gatehouse.model.resource.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A caller as gateways know it. One that is suspended, invalid or without a usable token has no {@code tokens} and no
 * {@code serviceAccounts}.
 *
 * @param role of a user; a client has none
 * @param serviceAccounts whose projected tokens authenticate it; only a client in a cluster has any
 * @param limits its own; what is absent falls to the gateway's default
 */
public record Principal(
        PrincipalKey key,
        String uid,
        long generation,
        @Nullable Role role,
        List<TokenGrant> tokens,
        List<ServiceAccountId> serviceAccounts,
        Grants grants,
        @Nullable ClientLimits limits) {

    public Principal {
        tokens = List.copyOf(tokens);
        serviceAccounts = List.copyOf(serviceAccounts);
    }

    /** One that tokens alone authenticate. */
    public Principal(
            PrincipalKey key,
            String uid,
            long generation,
            @Nullable Role role,
            List<TokenGrant> tokens,
            Grants grants,
            @Nullable ClientLimits limits) {
        this(key, uid, generation, role, tokens, List.of(), grants, limits);
    }
}
