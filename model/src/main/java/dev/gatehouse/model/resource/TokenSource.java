package dev.gatehouse.model.resource;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where one token of a principal comes from: exactly one of {@code secretRef}, {@code sha256}, {@code file} and {@code env}.
 * The last two exist in directory mode only.
 */
@ValidationRule(value = "!has(self.file) && !has(self.env)", message = TokenSource.OUTSIDE_MESSAGE)
@ValidationRule(
        value = "has(self.file) || has(self.env) || has(self.secretRef) != has(self.sha256)",
        message = TokenSource.ONE_SOURCE_MESSAGE)
@ValidationRule(
        value = "!has(self.notBefore) || !has(self.expiresAt) || self.notBefore < self.expiresAt",
        message = TokenSource.LIFETIME_MESSAGE)
public record TokenSource(
        @JsonPropertyDescription("Names the token in status and audit events. Unique in this object.")
        @Default(DEFAULT_NAME)
        @Size(min = 1, max = LONGEST_NAME)
        @ValidationRule(value = "self.matches('" + NAME_PATTERN + "')", message = NAME_MESSAGE)
        String name,

        @JsonPropertyDescription("A Secret that holds the token.") @Nullable
        SecretKeyRef secretRef,

        @JsonPropertyDescription("The hexadecimal SHA-256 of a token that never enters the cluster.")
        @Size(min = 1, max = 256)
        @ValidationRule(value = "self.matches('" + DIGEST_PATTERN + "')", message = DIGEST_MESSAGE)
        @Nullable
        String sha256,

        @JsonPropertyDescription("Refused in a cluster. In directory mode: a file that holds the token.")
        @Size(max = 4_096)
        @Nullable
        String file,

        @JsonPropertyDescription(
                "Refused in a cluster. In directory mode: an environment variable that holds the token.")
        @Size(max = 256)
        @Nullable
        String env,

        @JsonPropertyDescription("The first instant at which the token is valid. Default: always.") @Rfc3339 @Nullable
        Instant notBefore,

        @JsonPropertyDescription("The first instant at which the token is no longer valid. Default: never.")
        @Rfc3339
        @Nullable
        Instant expiresAt) {

    public static final String DEFAULT_NAME = "default";

    public static final String ONE_SOURCE_MESSAGE = "must have exactly one of secretRef and sha256";
    public static final String OUTSIDE_MESSAGE = "must not have file or env, which name something of one machine that"
            + " replicas in a cluster do not have; use secretRef or sha256";
    public static final String LIFETIME_MESSAGE =
            "expires before it becomes valid; swap or correct notBefore and expiresAt";

    private static final int LONGEST_NAME = 63;
    private static final String NAME_PATTERN = "^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$";
    private static final String NAME_MESSAGE =
            "must be letters, digits, \"-\", \"_\" and \".\", at most 63, as audit events carry it";
    private static final String DIGEST_PATTERN = "^[0-9a-fA-F]{64}$";
    private static final String DIGEST_MESSAGE = "must be the 64 hexadecimal digits of a SHA-256";

    public static final Syntax NAME = new Syntax(NAME_PATTERN, LONGEST_NAME, NAME_MESSAGE);
    public static final Syntax DIGEST = new Syntax(DIGEST_PATTERN, 64, DIGEST_MESSAGE);

    public TokenSource(
            @Nullable String name,
            @Nullable SecretKeyRef secretRef,
            @Nullable String sha256,
            @Nullable String file,
            @Nullable String env,
            @Nullable Instant notBefore,
            @Nullable Instant expiresAt) {
        this.name = name == null ? DEFAULT_NAME : name;
        this.secretRef = secretRef;
        this.sha256 = sha256;
        this.file = file;
        this.env = env;
        this.notBefore = notBefore;
        this.expiresAt = expiresAt;
    }
}
