package dev.gatehouse.gateway.serviceaccount;

import dev.gatehouse.gateway.serviceaccount.Verification.Flawed;
import dev.gatehouse.gateway.serviceaccount.Verification.Verified;
import dev.gatehouse.model.access.ServiceAccountId;
import dev.gatehouse.model.access.TokenDigest;
import dev.gatehouse.model.access.TokenGrant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Verifies ServiceAccount tokens against the issuer's keys and remembers the good ones, so that a token costs one
 * signature in its life. Whatever can be seen without a signature is looked at first, and signatures are rationed: garbage
 * costs little, and well-made forgeries cost no more than {@value #SIGNATURES_A_SECOND} of them. Thread-safe.
 */
public final class TokenVerifier {

    /** How far the clocks of the cluster and of this gateway may be apart, at either end of a token's time. */
    public static final Duration SKEW = Duration.ofSeconds(30);

    /** Checks of signatures that all callers together may cause, a few per cent of one core. */
    public static final int SIGNATURES_A_SECOND = 500;

    /** Of which at most this many are remembered, a few megabytes. */
    static final int REMEMBERED_TOKENS = 16_384;

    private final Clock clock;
    private final VerifiedTokens known = new VerifiedTokens(REMEMBERED_TOKENS);
    private final SignatureBudget budget = new SignatureBudget(SIGNATURES_A_SECOND);

    public TokenVerifier(Clock clock) {
        this.clock = clock;
    }

    /** Whether it is worth while to ask about {@code token} at all. */
    public static boolean mayBeOne(String token) {
        return CompactJws.isShapeOf(token);
    }

    public Verification verify(String token, TokenDigest digest, ServiceAccountIssuer issuer) {
        Instant now = clock.instant();
        VerifiedToken remembered = known.get(digest);
        if (remembered != null && issuer.trusts(remembered)) {
            return judged(remembered, now);
        }
        CompactJws jws = CompactJws.parse(token);
        if (jws == null) {
            return new Flawed(TokenFlaw.UNREADABLE);
        }
        SigningKey key = issuer.key(jws.keyId());
        if (key == null || !key.isFor(jws.algorithm())) {
            return new Flawed(TokenFlaw.KEY);
        }
        Claims claims = Claims.of(jws.claims());
        if (claims == null) {
            return new Flawed(TokenFlaw.UNREADABLE);
        }
        return verify(jws, key, claims, digest, issuer, now);
    }

    private Verification verify(
            CompactJws jws,
            SigningKey key,
            Claims claims,
            TokenDigest digest,
            ServiceAccountIssuer issuer,
            Instant now) {
        ServiceAccountId account = claims.account();
        if (!claims.issuer().equals(issuer.declared().issuer())) {
            return new Flawed(TokenFlaw.ISSUER);
        }
        if (!claims.audiences().contains(issuer.declared().audience())) {
            return new Flawed(TokenFlaw.AUDIENCE);
        }
        if (account == null) {
            return new Flawed(TokenFlaw.SUBJECT);
        }
        var token = new VerifiedToken(account, grant(digest, account, claims), issuer.proof(key));
        Verification inTime = judged(token, now);
        if (inTime instanceof Flawed) {
            return inTime;
        }
        if (!budget.spend(now)) {
            return new Flawed(TokenFlaw.BUSY);
        }
        if (!key.hasSigned(jws)) {
            return new Flawed(TokenFlaw.SIGNATURE);
        }
        known.put(token);
        return inTime;
    }

    private static TokenGrant grant(TokenDigest digest, ServiceAccountId account, Claims claims) {
        Instant validFrom = claims.validFrom();
        return new TokenGrant(
                digest,
                "serviceaccount/" + account.name(),
                validFrom == null ? null : validFrom.minus(SKEW),
                claims.expiresAt().plus(SKEW));
    }

    private static Verification judged(VerifiedToken token, Instant now) {
        Instant notBefore = token.grant().notBefore();
        if (notBefore != null && now.isBefore(notBefore)) {
            return new Flawed(TokenFlaw.NOT_YET_VALID);
        }
        return token.grant().isValidAt(now) ? new Verified(token) : new Flawed(TokenFlaw.EXPIRED);
    }
}
