package dev.gatehouse.model.resource.status;

import dev.gatehouse.model.resource.Rfc3339;
import java.time.Instant;

/**
 * One aspect of an object's state, as {@code metav1.Condition}.
 *
 * @param reason one word in camel case, for programs
 * @param message a sentence that says what to do, for people; never holds a secret
 * @param observedGeneration the generation of the spec that was judged
 * @param lastTransitionTime when {@code status} changed last; in whole seconds
 */
public record Condition(
        ConditionType type,
        ConditionStatus status,
        String reason,
        String message,
        long observedGeneration,
        @Rfc3339 Instant lastTransitionTime) {}
