package dev.gatehouse.gateway.access;

import dev.gatehouse.gateway.access.Authentication.Authenticated;
import dev.gatehouse.gateway.access.Authentication.Refused;
import dev.gatehouse.gateway.access.Authentication.Why;
import dev.gatehouse.gateway.serviceaccount.ServiceAccountIssuer;
import dev.gatehouse.gateway.serviceaccount.TokenFlaw;
import dev.gatehouse.gateway.serviceaccount.TokenVerifier;
import dev.gatehouse.gateway.serviceaccount.Verification;
import dev.gatehouse.gateway.serviceaccount.VerifiedToken;
import dev.gatehouse.model.access.PrincipalKind;
import dev.gatehouse.model.access.TokenDigest;
import dev.gatehouse.model.access.TokenGrant;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Turns an {@code Authorization} header into a principal. Only the digest of the token is compared and it is forgotten
 * at once. Thread-safe.
 *
 * <p>The header must be the scheme {@code Bearer} in any case, one space, and one token of at most {@value #MAX_TOKEN}
 * visible ASCII characters (RFC 6750 section 2.1, and any other visible character that a person may have chosen).
 *
 * <p>A token that the configuration does not know may still be one that the cluster signed for a ServiceAccount. Only on
 * the clients' plane: people have no ServiceAccount.
 */
public final class Authenticator {

    /** The longest token in characters. */
    public static final int MAX_TOKEN = 4096;

    private static final String SCHEME = "bearer ";

    private final Clock clock;
    private final TokenVerifier verifier;
    private final CredentialListener listener;

    public Authenticator(Clock clock) {
        this(clock, CredentialListener.NONE);
    }

    public Authenticator(Clock clock, CredentialListener listener) {
        this.clock = clock;
        this.listener = listener;
        this.verifier = new TokenVerifier(clock);
    }

    /** Judges by {@code snapshot} alone, so that a request stays with the one configuration that it started with. */
    public Authentication authenticate(AccessSnapshot snapshot, @Nullable String authorization, Plane plane) {
        if (authorization == null) {
            return new Refused(Why.MISSING);
        }
        byte[] token = token(authorization);
        if (token == null) {
            return new Refused(Why.MALFORMED);
        }
        TokenDigest digest = TokenDigest.ofToken(token);
        Credential credential = snapshot.credential(digest);
        if (credential != null) {
            return judge(credential, plane);
        }
        ServiceAccountIssuer issuer = snapshot.issuer();
        return issuer == null || plane.admits() != PrincipalKind.CLIENT
                ? new Refused(Why.UNKNOWN)
                : serviceAccount(snapshot, issuer, authorization.substring(SCHEME.length()), digest);
    }

    private Authentication serviceAccount(
            AccessSnapshot snapshot, ServiceAccountIssuer issuer, String token, TokenDigest digest) {
        if (!TokenVerifier.mayBeOne(token)) {
            return new Refused(Why.UNKNOWN);
        }
        return switch (verifier.verify(token, digest, issuer)) {
            case Verification.Verified(VerifiedToken verified) -> {
                Credential credential = snapshot.credential(verified);
                yield credential == null
                        ? new Refused(Why.UNKNOWN_SERVICE_ACCOUNT)
                        : authenticated(credential, clock.instant());
            }
            case Verification.Flawed(TokenFlaw flaw) -> new Refused(why(flaw));
        };
    }

    private static Why why(TokenFlaw flaw) {
        return switch (flaw) {
            case UNREADABLE -> Why.UNKNOWN;
            case KEY, ISSUER -> Why.WRONG_ISSUER;
            case AUDIENCE -> Why.WRONG_AUDIENCE;
            case SUBJECT -> Why.NO_SERVICE_ACCOUNT;
            case NOT_YET_VALID -> Why.NOT_YET_VALID;
            case EXPIRED -> Why.EXPIRED;
            case BUSY -> Why.BUSY;
            case SIGNATURE -> Why.BAD_SIGNATURE;
        };
    }

    private Authentication judge(Credential credential, Plane plane) {
        if (credential.principal().key().kind() != plane.admits()) {
            return new Refused(Why.WRONG_PLANE);
        }
        TokenGrant token = credential.token();
        Instant now = clock.instant();
        if (token.isValidAt(now)) {
            return authenticated(credential, now);
        }
        boolean early = token.notBefore() != null && now.isBefore(token.notBefore());
        return new Refused(early ? Why.NOT_YET_VALID : Why.EXPIRED);
    }

    private Authentication authenticated(Credential credential, Instant now) {
        listener.authenticated(credential, now);
        return new Authenticated(credential);
    }

    private static byte @Nullable [] token(String authorization) {
        int length = authorization.length() - SCHEME.length();
        if (length < 1 || length > MAX_TOKEN || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        byte[] token = new byte[length];
        for (int i = 0; i < length; i++) {
            char c = authorization.charAt(SCHEME.length() + i);
            if (c <= ' ' || c >= 0x7f) {
                return null;
            }
            token[i] = (byte) c;
        }
        return token;
    }
}
