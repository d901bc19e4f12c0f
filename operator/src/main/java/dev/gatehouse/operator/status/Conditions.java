package dev.gatehouse.operator.status;

import dev.gatehouse.model.resource.status.Condition;
import dev.gatehouse.model.resource.status.ConditionStatus;
import dev.gatehouse.model.resource.status.ConditionType;
import dev.gatehouse.model.translate.Finding;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Computes all conditions of one object from scratch; of those so far it takes only when they turned. */
final class Conditions {

    /**
     * How long a reference may dangle before a person has to act: in one {@code kubectl apply}, a client often comes before
     * its Secret.
     */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Judgement judgement;
    private final List<Condition> observed;
    private final Instant now;

    private Conditions(Judgement judgement, List<Condition> observed, Instant now) {
        this.judgement = judgement;
        this.observed = observed;
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    static List<Condition> of(Judgement judgement, List<Condition> observed, Instant now) {
        return new Conditions(judgement, observed, now).all();
    }

    /** When conditions will be others although nothing happens. */
    static Optional<Instant> nextChange(List<Condition> conditions, Instant now) {
        return find(conditions, ConditionType.RESOLVED_REFS)
                .filter(refs -> refs.status() == ConditionStatus.FALSE)
                .map(refs -> refs.lastTransitionTime().plus(PATIENCE))
                .filter(now::isBefore);
    }

    static Optional<Condition> find(List<Condition> conditions, ConditionType type) {
        return conditions.stream().filter(condition -> condition.type() == type).findFirst();
    }

    private List<Condition> all() {
        Condition accepted = judged(ConditionType.ACCEPTED, "The object is valid.");
        Condition resolved = judged(ConditionType.RESOLVED_REFS, "Every reference leads to something usable.");
        Condition programmed = programmed();
        var conditions = new ArrayList<>(List.of(accepted, resolved, programmed));
        conditions.add(ready(conditions));
        if (isFalse(accepted)) {
            conditions.add(stalled(accepted));
        } else if (isFalse(resolved)
                && !now.isBefore(resolved.lastTransitionTime().plus(PATIENCE))) {
            conditions.add(stalled(resolved));
        }
        return conditions;
    }

    private Condition judged(ConditionType type, String good) {
        List<Finding> mistakes = judgement.against(type.text());
        return mistakes.isEmpty()
                ? condition(type, ConditionStatus.TRUE, type.text(), good)
                : condition(
                        type,
                        ConditionStatus.FALSE,
                        mistakes.getFirst().reason().text(),
                        Sentence.of(mistakes));
    }

    private Condition programmed() {
        return switch (judgement.progress()) {
            case APPLIED ->
                programmedIs(ConditionStatus.TRUE, ConditionType.PROGRAMMED.text(), "Every gateway enforces it.");
            case PENDING -> pending();
            case NO_GATEWAYS ->
                programmedIs(ConditionStatus.FALSE, Vocabulary.NO_GATEWAYS, "No gateway is connected to the operator.");
            case UNSETTLED ->
                find(observed, ConditionType.PROGRAMMED)
                        .filter(before -> before.status() == ConditionStatus.TRUE
                                && before.observedGeneration() == judgement.generation())
                        .orElseGet(this::pending);
        };
    }

    private Condition pending() {
        return programmedIs(
                ConditionStatus.FALSE, Vocabulary.PENDING, "Waiting for every connected gateway to confirm it.");
    }

    private Condition programmedIs(ConditionStatus status, String reason, String message) {
        return condition(ConditionType.PROGRAMMED, status, reason, message);
    }

    private Condition ready(List<Condition> others) {
        Optional<Condition> failing =
                others.stream().filter(Conditions::isFalse).findFirst();
        if (failing.isPresent()) {
            return condition(
                    ConditionType.READY,
                    ConditionStatus.FALSE,
                    failing.get().reason(),
                    failing.get().message());
        }
        return judgement.suspended()
                ? condition(
                        ConditionType.READY,
                        ConditionStatus.TRUE,
                        Vocabulary.SUSPENDED,
                        "Suspended, as spec.suspend asks.")
                : condition(ConditionType.READY, ConditionStatus.TRUE, ConditionType.READY.text(), "In force.");
    }

    private Condition stalled(Condition why) {
        return condition(ConditionType.STALLED, ConditionStatus.TRUE, why.reason(), why.message());
    }

    private Condition condition(ConditionType type, ConditionStatus status, String reason, String message) {
        Instant since = find(observed, type)
                .filter(before -> before.status() == status)
                .map(Condition::lastTransitionTime)
                .orElse(now);
        return new Condition(type, status, reason, message, judgement.generation(), since);
    }

    private static boolean isFalse(Condition condition) {
        return condition.status() == ConditionStatus.FALSE;
    }
}
