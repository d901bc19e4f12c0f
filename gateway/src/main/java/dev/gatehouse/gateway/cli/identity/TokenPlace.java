package dev.gatehouse.gateway.cli.identity;

import dev.gatehouse.model.access.TokenDigest;
import dev.gatehouse.model.resource.SecretValue;

/** Where the token of a new identity stands. */
public sealed interface TokenPlace {

    /** In a Secret beside the identity. */
    record InSecret(SecretValue token) implements TokenPlace {}

    /** Elsewhere: the identity knows its digest only. */
    record Elsewhere(TokenDigest digest) implements TokenPlace {

        public static Elsewhere of(SecretValue token) {
            return new Elsewhere(TokenDigest.ofToken(token.bytes()));
        }
    }

    /** In a file that the gateway reads, relative to its folder of manifests. */
    record InFile(String path) implements TokenPlace {}

    /** In a variable of the gateway. */
    record InVariable(String name) implements TokenPlace {}
}
