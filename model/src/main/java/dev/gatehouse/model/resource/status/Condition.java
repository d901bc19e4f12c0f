package dev.gatehouse.model.resource.status;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.gatehouse.model.resource.Mandatory;
import dev.gatehouse.model.resource.Rfc3339;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.time.Instant;

/** One aspect of an object's state, as {@code metav1.Condition}. */
public record Condition(
        @Mandatory
        @JsonPropertyDescription(
                "What the condition is about. Accepted: valid, in conflict with nothing. ResolvedRefs: every reference exists, is permitted and has the key. Programmed: every connected gateway has confirmed a configuration with this generation. Ready: all of these. Stalled: a person must act.")
        ConditionType type,

        @Mandatory @JsonPropertyDescription("Whether it holds.")
        ConditionStatus status,

        @Mandatory @JsonPropertyDescription("Why, in one word for programs.") @Size(min = 1, max = 64)
        String reason,

        @Mandatory
        @JsonPropertyDescription("Why, in a sentence for people that says what to do.")
        @Size(max = Bounded.LONGEST_SENTENCE)
        String message,

        @JsonPropertyDescription("The generation of the spec that was judged.") @Min(0)
        long observedGeneration,

        @Mandatory @JsonPropertyDescription("When the status changed last.") @Rfc3339
        Instant lastTransitionTime) {

    public Condition {
        message = Bounded.sentence(message);
    }
}
