package dev.gatehouse.model.resource;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A token that the operator mints, stores in a Secret and rotates, for agents in the cluster to mount.
 *
 * @param secretName the Secret to write, in the same namespace
 * @param rotateEvery how old a token grows before the next is minted; absent: never
 * @param overlap how long the previous token stays valid after a rotation
 */
public record IssuedToken(
        @JsonProperty(required = true) String secretName,
        @Nullable @DurationText Duration rotateEvery,
        @DurationText Duration overlap) {

    public static final Duration DEFAULT_OVERLAP = Duration.ofHours(1);

    /** The names under which status, audit and findings know the token in force, the next one and the one before. */
    public static final String NAME = "issued";

    public static final String NEXT_NAME = "issued-next";
    public static final String PREVIOUS_NAME = "issued-previous";

    public IssuedToken(String secretName, @Nullable Duration rotateEvery, @Nullable Duration overlap) {
        this.secretName = secretName;
        this.rotateEvery = rotateEvery;
        this.overlap = overlap == null ? DEFAULT_OVERLAP : overlap;
    }
}
