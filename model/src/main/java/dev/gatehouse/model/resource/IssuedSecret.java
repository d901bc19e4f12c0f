package dev.gatehouse.model.resource;

/**
 * How the Secret of an {@link IssuedToken} is laid out. It holds one token in the clear, the one to mount; of the one before
 * and the one to come it holds digests, which is all that gateways need.
 *
 * <p>A rotation writes it twice: first with the digest of the next token, and only when every gateway accepts that one, with
 * the token itself. Whoever reads the token can therefore use it at once.
 */
public final class IssuedSecret {

    /** The token to present; what an agent mounts. */
    public static final String TOKEN = SecretKeyRef.DEFAULT_KEY;

    /** When that token was minted, as in RFC 3339. */
    public static final String MINTED_AT = "minted-at";

    /** The hexadecimal SHA-256 of the token that will be the next one. */
    public static final String NEXT = "next-sha256";

    /** The hexadecimal SHA-256 of the token before, and the first instant at which it is no longer valid. */
    public static final String PREVIOUS = "previous-sha256";

    public static final String PREVIOUS_EXPIRES_AT = "previous-expires-at";

    /** Label with the uid of the client or user that it was issued for. A Secret without it is nobody's to overwrite. */
    public static final String ISSUED_FOR = "gatehouse.dev/issued-for";

    private IssuedSecret() {}

    public static boolean isFor(Resource owner, Secret secret) {
        return secret.labelled()
                && owner.uid().equals(secret.metadata().labels().get(ISSUED_FOR));
    }
}
