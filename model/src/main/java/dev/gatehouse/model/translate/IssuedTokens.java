package dev.gatehouse.model.translate;

import dev.gatehouse.model.access.TokenDigest;
import dev.gatehouse.model.access.TokenGrant;
import dev.gatehouse.model.resource.IssuedSecret;
import dev.gatehouse.model.resource.IssuedToken;
import dev.gatehouse.model.resource.Secret;
import dev.gatehouse.model.resource.SecretValue;
import dev.gatehouse.model.translate.memory.SharedInstances;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tokens that the operator minted for a principal from the Secret that it keeps them in: the one in force, the
 * next one, which must be accepted before anybody can present it, and the one before for as long as it overlaps.
 */
final class IssuedTokens {

    private static final String PATH = "spec.issue";
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private final Secrets secrets;
    private final SharedInstances shared;

    IssuedTokens(Secrets secrets, SharedInstances shared) {
        this.secrets = secrets;
        this.shared = shared;
    }

    /** Without findings while the Secret is still to be written. */
    List<TokenGrant> read(Declaration declaration, IssuedToken issue, Verdict verdict) {
        Secret secret = secrets.find(declaration.namespace(), issue.secretName());
        if (secret == null) {
            return List.of();
        }
        if (!IssuedSecret.isFor(declaration.resource(), secret)) {
            verdict.add(
                    PATH + ".secretName",
                    Reason.NAME_CONFLICT,
                    "The Secret " + issue.secretName()
                            + " exists and was not issued for this object, so it is left alone; delete it, or name another.");
            return List.of();
        }
        var grants = new ArrayList<TokenGrant>();
        SecretValue token = secret.data().get(IssuedSecret.TOKEN);
        if (token != null && token.length() > 0) {
            add(grants, IssuedToken.NAME, TokenReader.digest(token, PATH, verdict), null);
        }
        add(grants, IssuedToken.NEXT_NAME, digest(secret, IssuedSecret.NEXT), null);
        Instant expiresAt = instant(secret, IssuedSecret.PREVIOUS_EXPIRES_AT);
        if (expiresAt != null) {
            add(grants, IssuedToken.PREVIOUS_NAME, digest(secret, IssuedSecret.PREVIOUS), expiresAt);
        }
        return grants;
    }

    private void add(List<TokenGrant> grants, String name, @Nullable TokenDigest digest, @Nullable Instant expiresAt) {
        if (digest != null) {
            grants.add(new TokenGrant(digest, shared.word(name), null, expiresAt));
        }
    }

    private static @Nullable TokenDigest digest(Secret secret, String key) {
        SecretValue value = secret.data().get(key);
        return value != null && DIGEST.matcher(value.text()).matches() ? TokenDigest.parse(value.text()) : null;
    }

    private static @Nullable Instant instant(Secret secret, String key) {
        SecretValue value = secret.data().get(key);
        try {
            return value == null ? null : Instant.parse(value.text());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
