package dev.gatehouse.model.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A token that authenticates a principal, within its time. The gateway's clock enforces it even when cut off. */
public record TokenGrant(
        TokenDigest digest,
        String name,
        @Nullable Instant notBefore,
        @Nullable Instant expiresAt) {

    public boolean isValidAt(Instant now) {
        return (notBefore == null || !now.isBefore(notBefore)) && (expiresAt == null || now.isBefore(expiresAt));
    }
}
