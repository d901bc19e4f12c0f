package dev.gatehouse.operator.status;

import dev.gatehouse.model.resource.status.ConditionStatus;
import dev.gatehouse.model.resource.status.ConditionType;
import dev.gatehouse.model.translate.Reason;
import dev.gatehouse.operator.status.ConditionReason.Course;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Every word that a condition can say: each reason with the conditions, and their status, that it may stand in. */
public final class Vocabulary {

    /** One of them. */
    public record Word(ConditionType type, ConditionStatus status, ConditionReason reason) {}

    private Vocabulary() {}

    /** In the order in which people look them up: by condition, and what is good first. */
    public static List<Word> words() {
        return Arrays.stream(ConditionType.values())
                .flatMap(type -> wordsOf(type).stream())
                .toList();
    }

    /** Whether a condition may say this. */
    public static boolean holds(ConditionType type, ConditionStatus status, String reason) {
        return wordsOf(type).stream()
                .anyMatch(
                        word -> word.status() == status && word.reason().text().equals(reason));
    }

    private static List<Word> wordsOf(ConditionType type) {
        var words = new ArrayList<Word>();
        switch (type) {
            case ACCEPTED, RESOLVED_REFS -> {
                words.add(met(type));
                words.addAll(mistakes(type, type, ConditionStatus.FALSE));
                words.add(unseen(type));
            }
            case PROGRAMMED -> {
                words.add(met(type));
                words.addAll(waiting(type));
                words.add(unseen(type));
            }
            case READY -> {
                words.add(met(type));
                words.add(new Word(type, ConditionStatus.TRUE, Course.SUSPENDED));
                words.addAll(mistakes(type, ConditionType.ACCEPTED, ConditionStatus.FALSE));
                words.addAll(mistakes(type, ConditionType.RESOLVED_REFS, ConditionStatus.FALSE));
                words.addAll(waiting(type));
                words.add(unseen(type));
            }
            case STALLED -> {
                words.addAll(mistakes(type, ConditionType.ACCEPTED, ConditionStatus.TRUE));
                words.addAll(mistakes(type, ConditionType.RESOLVED_REFS, ConditionStatus.TRUE));
            }
        }
        return words;
    }

    private static Word met(ConditionType type) {
        return new Word(type, ConditionStatus.TRUE, new ConditionReason.Met(type));
    }

    private static List<Word> waiting(ConditionType type) {
        return List.of(
                new Word(type, ConditionStatus.FALSE, Course.PENDING),
                new Word(type, ConditionStatus.FALSE, Course.NO_GATEWAYS));
    }

    /** What the CRD itself gives an object that no operator has looked at. */
    private static Word unseen(ConditionType type) {
        return new Word(type, ConditionStatus.UNKNOWN, Course.PENDING);
    }

    /** Those that turn {@code against} False. In a cluster every token comes from where it can be read. */
    private static List<Word> mistakes(ConditionType type, ConditionType against, ConditionStatus status) {
        return Arrays.stream(Reason.values())
                .filter(reason -> reason != Reason.TOKEN_UNREADABLE)
                .filter(reason -> reason.condition().equals(against.text()))
                .map(reason -> new Word(type, status, new ConditionReason.Mistake(reason)))
                .toList();
    }
}
