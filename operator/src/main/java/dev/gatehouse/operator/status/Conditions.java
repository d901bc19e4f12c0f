package dev.gatehouse.operator.status;

import dev.gatehouse.model.resource.status.Condition;
import dev.gatehouse.model.resource.status.ConditionStatus;
import dev.gatehouse.model.resource.status.ConditionType;
import dev.gatehouse.model.translate.Finding;
import dev.gatehouse.operator.status.ConditionReason.Course;
import dev.gatehouse.operator.status.ConditionReason.Met;
import dev.gatehouse.operator.status.ConditionReason.Mistake;
import dev.gatehouse.operator.status.Vocabulary.Word;
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

    /** A condition that does not know yet since when. */
    private record Said(Word word, String message) {

        Said(ConditionType type, ConditionStatus status, ConditionReason reason, String message) {
            this(new Word(type, status, reason), message);
        }

        boolean isFalse() {
            return word.status() == ConditionStatus.FALSE;
        }

        Said as(ConditionType type, ConditionStatus status) {
            return new Said(type, status, word.reason(), message);
        }
    }

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
        Said accepted = judged(ConditionType.ACCEPTED, "The object is valid.");
        Said resolved = judged(ConditionType.RESOLVED_REFS, "Every reference leads to something usable.");
        var said = new ArrayList<>(List.of(accepted, resolved, programmed()));
        said.add(ready(said));
        if (accepted.isFalse()) {
            said.add(accepted.as(ConditionType.STALLED, ConditionStatus.TRUE));
        } else if (resolved.isFalse() && !now.isBefore(since(resolved.word()).plus(PATIENCE))) {
            said.add(resolved.as(ConditionType.STALLED, ConditionStatus.TRUE));
        }
        return said.stream().map(this::condition).toList();
    }

    private Said judged(ConditionType type, String good) {
        List<Finding> mistakes = judgement.against(type.text());
        return mistakes.isEmpty()
                ? new Said(type, ConditionStatus.TRUE, new Met(type), good)
                : new Said(
                        type,
                        ConditionStatus.FALSE,
                        new Mistake(mistakes.getFirst().reason()),
                        Sentence.of(mistakes));
    }

    private Said programmed() {
        return switch (judgement.progress()) {
            case APPLIED -> enforced();
            case PENDING -> pending();
            case NO_GATEWAYS -> unprogrammed(Course.NO_GATEWAYS, "No gateway is connected to the operator.");
            case UNSETTLED ->
                find(observed, ConditionType.PROGRAMMED)
                        .filter(before -> before.status() == ConditionStatus.TRUE
                                && before.observedGeneration() == judgement.generation())
                        .map(before -> enforced())
                        .orElseGet(Conditions::pending);
        };
    }

    private static Said enforced() {
        ConditionType type = ConditionType.PROGRAMMED;
        return new Said(type, ConditionStatus.TRUE, new Met(type), "Every gateway enforces it.");
    }

    private static Said pending() {
        return unprogrammed(Course.PENDING, "Waiting for every connected gateway to confirm it.");
    }

    private static Said unprogrammed(Course course, String message) {
        return new Said(ConditionType.PROGRAMMED, ConditionStatus.FALSE, course, message);
    }

    private Said ready(List<Said> others) {
        ConditionType type = ConditionType.READY;
        return others.stream()
                .filter(Said::isFalse)
                .findFirst()
                .map(failing -> failing.as(type, ConditionStatus.FALSE))
                .orElseGet(() -> judgement.suspended()
                        ? new Said(type, ConditionStatus.TRUE, Course.SUSPENDED, "Suspended, as spec.suspend asks.")
                        : new Said(type, ConditionStatus.TRUE, new Met(type), "In force."));
    }

    private Condition condition(Said said) {
        Word word = said.word();
        return new Condition(
                word.type(), word.status(), word.reason().text(), said.message(), judgement.generation(), since(word));
    }

    private Instant since(Word word) {
        return find(observed, word.type())
                .filter(before -> before.status() == word.status())
                .map(Condition::lastTransitionTime)
                .orElse(now);
    }
}
