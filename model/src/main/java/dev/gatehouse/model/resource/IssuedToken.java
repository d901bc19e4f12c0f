package dev.gatehouse.model.resource;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.ValidationRule;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A token that the operator mints, stores in a Secret and rotates, for agents in the cluster to mount. */
@ValidationRule(
        value = "!has(self.rotateEvery) || !has(self.overlap) || self.rotateEvery > self.overlap",
        message = "rotateEvery must be longer than overlap")
public record IssuedToken(
        @Mandatory @JsonPropertyDescription("The Secret to write, in the namespace of this object.") @ObjectName
        String secretName,

        @JsonPropertyDescription("How old a token grows before the next one is minted. Default: never.")
        @DurationText
        @Nullable
        Duration rotateEvery,

        @JsonPropertyDescription("How long the previous token stays valid after a rotation.")
        @DurationText
        @Default("1h")
        Duration overlap) {

    public static final Duration DEFAULT_OVERLAP = Duration.ofHours(1);

    /** The names under which status, audit and findings know the token in force, the next one and the one before. */
    public static final String NAME = "issued";

    public static final String NEXT_NAME = "issued-next";
    public static final String PREVIOUS_NAME = "issued-previous";

    static final String OWN_NAMES = "!has(self.issue) || !has(self.tokens)"
            + " || self.tokens.all(t, !(t.name in ['issued', 'issued-next', 'issued-previous']))";
    static final String OWN_NAMES_MESSAGE =
            "issued, issued-next and issued-previous are names of the tokens that spec.issue asks for; choose another name.";

    public IssuedToken(String secretName, @Nullable Duration rotateEvery, @Nullable Duration overlap) {
        this.secretName = secretName;
        this.rotateEvery = rotateEvery;
        this.overlap = overlap == null ? DEFAULT_OVERLAP : overlap;
    }
}
