package dev.gatehouse.gateway.serviceaccount;

/** What keeps a token from being a proof. In the order in which they are looked for: what is cheap to see comes first. */
public enum TokenFlaw {
    /** Not a signed token in the form that Kubernetes issues. */
    UNREADABLE,
    /** No key of the issuer has this id, or the token wants another algorithm than that key's. */
    KEY,
    ISSUER,
    AUDIENCE,
    /** Not a ServiceAccount, or claims that contradict each other about which one. */
    SUBJECT,
    NOT_YET_VALID,
    EXPIRED,
    /** Nothing is wrong with it so far, but more signatures are to be checked than is good for the other callers. */
    BUSY,
    SIGNATURE
}
