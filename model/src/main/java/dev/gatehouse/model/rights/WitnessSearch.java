package dev.gatehouse.model.rights;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Looks for the shortest text that the rules of one side allow and those of the other do not, over all texts there are: from
 * reading to reading, breadth first, each once. There are finitely many, though perhaps more than {@link #MAX_STEPS} allow.
 */
final class WitnessSearch {

    /** Steps of single automata: some tenths of a second. */
    static final int MAX_STEPS = 20_000_000;

    /** After so many texts that look right and are not, the search gives up. */
    private static final int MAX_UNCONFIRMED = 1_000;

    private final int[] alphabet;
    private final int width;
    private final Predicate<Reading> wanted;
    private final Predicate<Reading> hopeless;
    private final Predicate<String> confirmed;
    private final List<Step> steps = new ArrayList<>();
    private final Set<Reading> seen = new HashSet<>();

    /**
     * @param alphabet every character that some pattern tells from others, and one for all the rest
     * @param width what one step costs
     * @param wanted whether a text read so far is one
     * @param hopeless whether no continuation can be one
     * @param confirmed judges a text once more, by what readings do not know
     */
    WitnessSearch(
            int[] alphabet,
            int width,
            Predicate<Reading> wanted,
            Predicate<Reading> hopeless,
            Predicate<String> confirmed) {
        this.alphabet = alphabet.clone();
        this.width = width;
        this.wanted = wanted;
        this.hopeless = hopeless;
        this.confirmed = confirmed;
    }

    /** What came out. */
    sealed interface Outcome {

        /** There is no such text. */
        record None() implements Outcome {}

        /** This is one. */
        record Found(String text) implements Outcome {}

        /** There may be one. */
        record Unknown() implements Outcome {}
    }

    private record Step(Reading reading, int from, int character) {}

    Outcome from(Reading start) {
        visit(start, -1, 0);
        long budget = MAX_STEPS;
        int unconfirmed = 0;
        for (int at = 0; at < steps.size(); at++) {
            Reading reading = steps.get(at).reading();
            if (wanted.test(reading)) {
                String text = text(at);
                if (confirmed.test(text)) {
                    return new Outcome.Found(text);
                }
                unconfirmed++;
            }
            budget -= (long) alphabet.length * width;
            if (budget < 0 || unconfirmed > MAX_UNCONFIRMED) {
                return new Outcome.Unknown();
            }
            for (int c : alphabet) {
                visit(reading.next(c), at, c);
            }
        }
        return unconfirmed == 0 ? new Outcome.None() : new Outcome.Unknown();
    }

    private void visit(Reading reading, int from, int character) {
        if (!hopeless.test(reading) && seen.add(reading)) {
            steps.add(new Step(reading, from, character));
        }
    }

    private String text(int at) {
        var reversed = new ArrayList<Integer>();
        for (int step = at; steps.get(step).from() >= 0; step = steps.get(step).from()) {
            reversed.add(steps.get(step).character());
        }
        var text = new StringBuilder();
        reversed.reversed().forEach(text::appendCodePoint);
        return text.toString();
    }
}
