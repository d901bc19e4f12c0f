package dev.gatehouse.operator.crd;

import dev.gatehouse.model.resource.status.ConditionStatus;
import dev.gatehouse.model.resource.status.ConditionType;
import dev.gatehouse.model.resource.status.TokenState;
import dev.gatehouse.model.translate.Reason;
import dev.gatehouse.operator.status.EventReason;
import dev.gatehouse.operator.status.Vocabulary;
import dev.gatehouse.operator.status.Vocabulary.Word;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code docs/reference.md} says of the words that stand in statuses and Events. */
final class StatusSections {

    private StatusSections() {}

    static String text() {
        return String.join("", conditions(), reasons(), tokens(), warnings(), events());
    }

    /** As a status spells it. */
    static String text(TokenState state) {
        return capitalized(state.name());
    }

    private static String conditions() {
        return table(
                "## Conditions",
                "Each object has one of each type in `status.conditions`. Programs match on `type`, `status` and `reason`, which are of the words below and no others; `message` is for people.",
                "| Condition | True means |",
                Stream.of(ConditionType.values()).map(type -> row(code(type.text()), StatusTexts.of(type))));
    }

    private static String reasons() {
        var byReason = new LinkedHashMap<String, List<Word>>();
        Vocabulary.words().stream()
                .collect(Collectors.groupingBy(word -> word.reason().text(), LinkedHashMap::new, Collectors.toList()))
                .forEach(byReason::put);
        Stream<String> rows = byReason.entrySet().stream()
                .map(entry -> row(
                        code(entry.getKey()),
                        places(entry.getValue()),
                        StatusTexts.of(entry.getValue().getFirst().reason())));
        return table(
                        "## Reasons",
                        "A reason stands in these conditions, with this status, and in no others. `Ready` has the reason of the first condition that fails.",
                        "| Reason | Stands in | Means, and what to do |",
                        rows)
                + "\nIn a folder, `gatehouse check` knows one more: " + code(Reason.TOKEN_UNREADABLE.text()) + ". "
                + StatusTexts.of(Reason.TOKEN_UNREADABLE) + "\n";
    }

    private static String places(List<Word> words) {
        Map<ConditionStatus, List<String>> places = words.stream()
                .collect(Collectors.groupingBy(
                        Word::status,
                        LinkedHashMap::new,
                        Collectors.mapping(word -> code(word.type().text()), Collectors.toList())));
        return places.entrySet().stream()
                .map(place -> String.join(", ", place.getValue()) + " "
                        + capitalized(place.getKey().name()))
                .collect(Collectors.joining("; "));
    }

    private static String tokens() {
        return table(
                "## Token states",
                "`status.tokens[].state` of clients and users, counted in `status.activeTokens`.",
                "| State | Means, and what to do |",
                Stream.of(TokenState.values()).map(state -> row(code(text(state)), StatusTexts.of(state))));
    }

    private static String warnings() {
        return table(
                "## Warnings",
                "`status.warnings` holds sentences, at most 20, each with what to do. They turn no condition False, and programs should not match on them. `gatehouse check` prints the same, with the reason "
                        + code(Reason.WARNING.text()) + ".",
                "| Warning | Is there because |",
                Stream.of(WarningText.values()).map(warning -> row(warning.sentence(), warning.cause())));
    }

    private static String events() {
        Stream<String> rows = Stream.concat(
                Stream.of(EventReason.values()).map(reason -> row(code(reason.text()), StatusTexts.of(reason))),
                Stream.of(row(
                        "a reason of `Ready`",
                        "`Ready` has turned False, or is False for another reason or with another message. "
                                + "`Pending` and `NoGateways` are not told.")));
        return table(
                "## Events",
                "What becomes new in a status is told once as an Event of type `Warning`, by `gatehouse.dev/operator`.",
                "| Reason | Is told when |",
                rows);
    }

    private static String table(String title, String introduction, String head, Stream<String> rows) {
        String rule =
                "|" + "---|".repeat((int) head.chars().filter(c -> c == '|').count() - 1);
        return Stream.concat(Stream.of("", title, "", introduction, "", head, rule), rows)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String code(String word) {
        return "`" + word + "`";
    }

    private static String capitalized(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
