package dev.gatehouse.gateway.access;

/** What the {@link Authenticator} found. Callers see the same 401 for every refusal; only audit tells them apart. */
public sealed interface Authentication {

    record Authenticated(Credential credential) implements Authentication {}

    record Refused(Why why) implements Authentication {}

    /** Why nobody was authenticated. */
    enum Why {
        /** No {@code Authorization} header. */
        MISSING,
        /** Another scheme than Bearer, none at all, or a value that cannot be a token. */
        MALFORMED,
        /** No principal has this token. */
        UNKNOWN,
        EXPIRED,
        NOT_YET_VALID,
        /** A client's token on the users' plane, or the other way round. */
        WRONG_PLANE,
        /** A ServiceAccount's token by another issuer, or by a key that the cluster does not publish. */
        WRONG_ISSUER,
        /** A ServiceAccount's token for somebody else. */
        WRONG_AUDIENCE,
        /** A token of the cluster that is not clearly one ServiceAccount's. */
        NO_SERVICE_ACCOUNT,
        /** What claims to be a ServiceAccount's token was not signed by the cluster. */
        BAD_SIGNATURE,
        /** A good token of a ServiceAccount that no client names. */
        UNKNOWN_SERVICE_ACCOUNT,
        /** Too many signatures to check; the token was not looked at. */
        BUSY
    }
}
