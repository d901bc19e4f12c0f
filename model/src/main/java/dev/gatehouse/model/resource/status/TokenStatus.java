package dev.gatehouse.model.resource.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.gatehouse.model.resource.Mandatory;
import dev.gatehouse.model.resource.Rfc3339;
import io.fabric8.generator.annotation.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One token of a principal. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TokenStatus(
        @Mandatory @JsonPropertyDescription("As the spec names it.") @Size(min = 1, max = 63)
        String name,

        @Mandatory
        @JsonPropertyDescription(
                "Whether it authenticates, and if not, why. Missing: the Secret, its label or its key is not there.")
        TokenState state,

        @JsonPropertyDescription(
                "The first 8 hexadecimal digits of its SHA-256; absent when there is no token to digest.")
        @Size(max = 64)
        @Nullable
        String fingerprint,

        @JsonPropertyDescription("The first instant at which it is valid.") @Rfc3339 @Nullable
        Instant notBefore,

        @JsonPropertyDescription("The first instant at which it is no longer valid.") @Rfc3339 @Nullable
        Instant expiresAt,

        @JsonPropertyDescription("When a gateway last saw it, to the minute or coarser.") @Rfc3339 @Nullable
        Instant lastUsed) {}
