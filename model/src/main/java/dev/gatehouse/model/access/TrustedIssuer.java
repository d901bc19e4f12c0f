package dev.gatehouse.model.access;

/**
 * Who signs the ServiceAccount tokens of the cluster, as the operator tells the gateways: with this a gateway verifies a
 * token without asking the API server. Not a part of the configuration, as it is nobody's declaration. Holds public keys
 * only.
 *
 * @param issuer what a token's {@code iss} must be, to the letter; at most {@value #LONGEST_ISSUER} characters
 * @param audience what a token's {@code aud} must contain, to the letter; at most {@value #LONGEST_AUDIENCE} characters
 * @param jwks the issuer's JSON Web Key Set (RFC 7517 section 5) as it was read; at most {@value #LONGEST_JWKS} characters
 */
public record TrustedIssuer(String issuer, String audience, String jwks) {

    /** What a pod has to ask for in its projected token. */
    public static final String AUDIENCE = "gatehouse";

    public static final int LONGEST_ISSUER = 2_048;
    public static final int LONGEST_AUDIENCE = 253;

    /** A hundred large keys; a cluster has one, and two while it rotates. */
    public static final int LONGEST_JWKS = 65_536;

    public TrustedIssuer {
        bounded("issuer", issuer, LONGEST_ISSUER);
        bounded("audience", audience, LONGEST_AUDIENCE);
        bounded("jwks", jwks, LONGEST_JWKS);
    }

    private static void bounded(String what, String value, int longest) {
        if (value.isEmpty() || value.length() > longest) {
            throw new IllegalArgumentException(
                    "the " + what + " has " + value.length() + " characters; it must have 1 to " + longest);
        }
    }
}
