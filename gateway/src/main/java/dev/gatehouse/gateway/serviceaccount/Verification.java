package dev.gatehouse.gateway.serviceaccount;

/** What came of looking at a token. */
public sealed interface Verification {

    record Verified(VerifiedToken token) implements Verification {}

    record Flawed(TokenFlaw flaw) implements Verification {}
}
