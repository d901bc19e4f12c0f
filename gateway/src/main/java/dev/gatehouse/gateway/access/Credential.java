package dev.gatehouse.gateway.access;

import dev.gatehouse.gateway.serviceaccount.VerifiedToken;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.TokenGrant;
import org.jspecify.annotations.Nullable;

/**
 * A token that leads to a principal of a configuration. Whether it is valid now is for the {@link Authenticator} to say.
 *
 * @param serviceAccountToken present: not the configuration knows the token, but the cluster signed it for a
 *     ServiceAccount that the configuration knows
 */
public record Credential(
        Principal principal, TokenGrant token, @Nullable VerifiedToken serviceAccountToken) {

    Credential(Principal principal, TokenGrant token) {
        this(principal, token, null);
    }

    Credential(Principal principal, VerifiedToken token) {
        this(principal, token.grant(), token);
    }
}
