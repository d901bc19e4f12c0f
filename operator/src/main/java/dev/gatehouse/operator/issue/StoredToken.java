package dev.gatehouse.operator.issue;

import dev.gatehouse.model.access.TokenDigest;
import dev.gatehouse.model.resource.IssuedSecret;
import dev.gatehouse.model.resource.Secret;
import dev.gatehouse.model.resource.SecretValue;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the Secret of an issued token says. What somebody has edited into nonsense counts as absent.
 *
 * @param token digest of the one in the clear
 * @param next digest of the one that is announced, in hexadecimal
 */
record StoredToken(
        @Nullable TokenDigest token,
        @Nullable Instant mintedAt,
        @Nullable String next,
        boolean hasPrevious,
        @Nullable Instant previousExpiresAt) {

    static StoredToken of(Secret secret) {
        SecretValue token = secret.data().get(IssuedSecret.TOKEN);
        SecretValue next = secret.data().get(IssuedSecret.NEXT);
        return new StoredToken(
                token == null || token.length() == 0 ? null : TokenDigest.ofToken(token.bytes()),
                instant(secret.data().get(IssuedSecret.MINTED_AT)),
                next == null ? null : next.text(),
                secret.data().containsKey(IssuedSecret.PREVIOUS)
                        || secret.data().containsKey(IssuedSecret.PREVIOUS_EXPIRES_AT),
                instant(secret.data().get(IssuedSecret.PREVIOUS_EXPIRES_AT)));
    }

    private static @Nullable Instant instant(@Nullable SecretValue text) {
        try {
            return text == null ? null : Instant.parse(text.text());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
