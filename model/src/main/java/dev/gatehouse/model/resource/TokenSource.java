package dev.gatehouse.model.resource;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where one token of a principal comes from: exactly one of {@code secretRef}, {@code sha256}, {@code file} and
 * {@code env}. The last two exist in directory mode only.
 *
 * @param name names the token in status, audit and findings
 * @param sha256 the hexadecimal SHA-256 of a token that never enters the cluster
 * @param notBefore the first instant at which the token is valid; absent: always
 * @param expiresAt the first instant at which the token is no longer valid; absent: never
 */
public record TokenSource(
        String name,
        @Nullable SecretKeyRef secretRef,
        @Nullable String sha256,
        @Nullable String file,
        @Nullable String env,
        @Nullable @Rfc3339 Instant notBefore,
        @Nullable @Rfc3339 Instant expiresAt) {

    public TokenSource(
            @Nullable String name,
            @Nullable SecretKeyRef secretRef,
            @Nullable String sha256,
            @Nullable String file,
            @Nullable String env,
            @Nullable Instant notBefore,
            @Nullable Instant expiresAt) {
        this.name = name == null ? "default" : name;
        this.secretRef = secretRef;
        this.sha256 = sha256;
        this.file = file;
        this.env = env;
        this.notBefore = notBefore;
        this.expiresAt = expiresAt;
    }
}
