package dev.gatehouse.gateway.access;

import dev.gatehouse.gateway.access.Authentication.Authenticated;
import dev.gatehouse.gateway.access.Authentication.Refused;
import dev.gatehouse.gateway.access.Authentication.Why;
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
 */
public final class Authenticator {

    /** The longest token in characters. */
    public static final int MAX_TOKEN = 4096;

    private static final String SCHEME = "bearer ";

    private final Clock clock;

    public Authenticator(Clock clock) {
        this.clock = clock;
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
        Credential credential = snapshot.credential(TokenDigest.ofToken(token));
        if (credential == null) {
            return new Refused(Why.UNKNOWN);
        }
        return judge(credential, plane);
    }

    private Authentication judge(Credential credential, Plane plane) {
        if (credential.principal().key().kind() != plane.admits()) {
            return new Refused(Why.WRONG_PLANE);
        }
        TokenGrant token = credential.token();
        Instant now = clock.instant();
        if (token.isValidAt(now)) {
            return new Authenticated(credential);
        }
        boolean early = token.notBefore() != null && now.isBefore(token.notBefore());
        return new Refused(early ? Why.NOT_YET_VALID : Why.EXPIRED);
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
