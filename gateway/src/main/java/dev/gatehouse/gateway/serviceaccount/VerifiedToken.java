package dev.gatehouse.gateway.serviceaccount;

import dev.gatehouse.model.access.ServiceAccountId;
import dev.gatehouse.model.access.TokenGrant;

/**
 * A token whose signature and claims were found good.
 *
 * @param grant its digest, a name for audit, and its time with the tolerated skew on both sides
 * @param proof what it was found good by, which has to be trusted still
 */
public record VerifiedToken(ServiceAccountId account, TokenGrant grant, Proof proof) {

    /** By what a token was found good. */
    record Proof(String issuer, String audience, SigningKey key) {}
}
