package dev.gatehouse.model.resource;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.ValidationRule;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A token that the operator mints, stores in a Secret and rotates, for agents in the cluster to mount. */
@ValidationRule(
        value = "!has(self.rotateEvery) || !has(self.overlap) || self.rotateEvery > self.overlap",
        message = "rotateEvery " + IssuedToken.ROTATION_MESSAGE)
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

    static final String OWN_NAMES = "!has(self.issue) || !has(self.tokens)" + " || self.tokens.all(t, !(t.name in ['"
            + NAME + "', '" + NEXT_NAME + "', '" + PREVIOUS_NAME + "']))";
    static final String OWN_NAMES_MESSAGE = "the name of a token " + IssuedToken.RESERVED_MESSAGE;

    /** What is wrong with a declared token of one of these names. */
    public static final String RESERVED_MESSAGE =
            "must not be issued, issued-next or issued-previous, as the tokens are"
                    + " called that spec.issue asks for; choose another name";

    public static final String ROTATION_MESSAGE = "must be longer than overlap";

    public IssuedToken(String secretName, @Nullable Duration rotateEvery, @Nullable Duration overlap) {
        this.secretName = secretName;
        this.rotateEvery = rotateEvery;
        this.overlap = overlap == null ? DEFAULT_OVERLAP : overlap;
    }
}
