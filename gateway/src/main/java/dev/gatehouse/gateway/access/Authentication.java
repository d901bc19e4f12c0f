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
        WRONG_PLANE
    }
}
