package dev.gatehouse.model.resource.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gatehouse.model.resource.Rfc3339;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One token of a principal.
 *
 * @param fingerprint the first 8 hexadecimal digits of its SHA-256; absent when there is no token to digest
 * @param lastUsed when a gateway last saw it, to the minute or coarser
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TokenStatus(
        String name,
        TokenState state,
        @Nullable String fingerprint,
        @Nullable @Rfc3339 Instant notBefore,
        @Nullable @Rfc3339 Instant expiresAt,
        @Nullable @Rfc3339 Instant lastUsed) {}
