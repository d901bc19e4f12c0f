package dev.gatehouse.model.access;

import dev.gatehouse.model.resource.ClientLimits;
import dev.gatehouse.model.resource.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A caller as gateways know it. One that is suspended, invalid or without a usable token has no {@code tokens}.
 *
 * @param role of a user; a client has none
 * @param limits its own; what is absent falls to the gateway's default
 */
public record Principal(
        PrincipalKey key,
        String uid,
        long generation,
        @Nullable Role role,
        List<TokenGrant> tokens,
        Grants grants,
        @Nullable ClientLimits limits) {

    public Principal {
        tokens = List.copyOf(tokens);
    }
}
