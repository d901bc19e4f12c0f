package dev.gatehouse.model.rights;

import dev.gatehouse.model.access.Decider;
import dev.gatehouse.model.access.Glob;
import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.ServerId;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what {@code now} allows and {@code before} did not, of one sort of thing of one server, for all names there are. First
 * the easy proof: every pattern is taken over by one that was there. Then the example of each pattern, its wildcards
 * replaced by a character that no pattern mentions: if that one was allowed before, then by a pattern that covers all of it.
 * What exceptions leave open after that is a question for {@link WitnessSearch}.
 */
final class GainSearch {

    /** Characters for wildcards in examples: plain in every URI, and no digits of an escape. */
    private static final String FILLERS = "xyzwvutsrqponmlkjihgXYZWVUTSRQPONMLKJIHG_-~";

    private static final int LAST_RESORT = 0xE000;

    private final Grants before;
    private final Grants now;
    private final ServerId server;
    private final RightsKind kind;
    private final List<Clause> old;
    private final List<Clause> fresh;

    private GainSearch(Grants before, Grants now, ServerId server, RightsKind kind) {
        this.before = before;
        this.now = now;
        this.server = server;
        this.kind = kind;
        this.old = clauses(before);
        this.fresh = clauses(now).stream()
                .filter(clause -> !old.contains(clause) && !clause.isEmpty())
                .toList();
    }

    static Gain between(Grants before, Grants now, ServerId server, RightsKind kind) {
        return new GainSearch(before, now, server, kind).run();
    }

    private Gain run() {
        if (old.stream().anyMatch(Clause::grantsEverything)) {
            return new Gain.Nothing();
        }
        Set<String> patterns = new LinkedHashSet<>();
        Set<String> examples = new LinkedHashSet<>();
        for (Clause clause : fresh) {
            for (String pattern : clause.patterns()) {
                examples(pattern).filter(this::isNew).findFirst().ifPresent(example -> {
                    patterns.add(pattern);
                    examples.add(example);
                });
            }
        }
        if (!examples.isEmpty()) {
            return new Gain.Something(List.copyOf(patterns), examples.iterator().next());
        }
        return isTakenOver() ? new Gain.Nothing() : search();
    }

    /** Whether a decision about {@code name} is a new yes: the one judgement that counts. */
    private boolean isNew(String name) {
        return kind.actions(server, name).stream()
                .anyMatch(action -> Decider.decide(now, action).isAllowed()
                        && !Decider.decide(before, action).isAllowed());
    }

    /** Of a grant of everything also a URI that parsers read in two ways, which narrower grants do not allow. */
    private Stream<String> examples(String pattern) {
        String filler = Character.toString(filler());
        String plain = pattern.replace(Clause.EVERY_NAME, filler);
        if (kind != RightsKind.RESOURCES || !pattern.startsWith(Clause.EVERY_NAME)) {
            return Stream.of(plain);
        }
        String scheme = "x://" + filler + plain.substring(1);
        return Stream.of(scheme, "x:" + plain, plain, scheme + "/../" + filler);
    }

    private boolean isTakenOver() {
        return fresh.stream()
                .allMatch(clause -> clause.patterns().stream()
                        .allMatch(pattern -> clause.excepted().covers(pattern)
                                || old.stream().anyMatch(earlier -> earlier.takesOver(pattern, clause))));
    }

    private Gain search() {
        var all = new LinkedHashSet<String>();
        var exceptions = new LinkedHashSet<String>();
        Stream.concat(old.stream(), fresh.stream()).forEach(clause -> {
            all.addAll(clause.patterns());
            exceptions.addAll(clause.excepted().texts());
        });
        boolean uris = kind == RightsKind.RESOURCES;
        var excepting = new PatternReader(exceptions);
        if (!uris) {
            all.addAll(exceptions);
        }
        var granting = new PatternReader(all);
        PatternReader numbering = uris ? excepting : granting;
        List<Bits> oldBits = bits(old, granting, numbering);
        List<Bits> freshBits = bits(fresh, granting, numbering);
        var wantedGrants = new BitSet();
        freshBits.forEach(bits -> wantedGrants.or(bits.granted()));
        var search = new WitnessSearch(
                alphabet(uris && !exceptions.isEmpty()),
                granting.width() + (uris ? 2 * excepting.width() : 0),
                reading -> allows(freshBits, reading) && !allows(oldBits, reading),
                reading -> !reading.mayBeGranted(wantedGrants),
                this::isNew);
        Reading start = uris ? UriReading.start(granting, excepting) : NameReading.start(granting);
        return switch (search.from(start)) {
            case WitnessSearch.Outcome.None _ -> new Gain.Nothing();
            case WitnessSearch.Outcome.Unknown _ -> new Gain.Unknown();
            case WitnessSearch.Outcome.Found(String text) -> new Gain.Something(List.of(), text);
        };
    }

    /** A clause in the numbers of the readers. */
    private record Bits(BitSet granted, BitSet excepted) {}

    private static List<Bits> bits(List<Clause> clauses, PatternReader granting, PatternReader excepting) {
        return clauses.stream()
                .map(clause -> new Bits(
                        granting.numbers(clause.patterns()),
                        excepting.numbers(clause.excepted().texts())))
                .toList();
    }

    private static boolean allows(List<Bits> clauses, Reading reading) {
        BitSet granting = reading.granting();
        BitSet excepting = reading.excepting();
        return clauses.stream()
                .anyMatch(clause -> clause.granted().intersects(granting)
                        && !clause.excepted().intersects(excepting));
    }

    private List<Clause> clauses(Grants grants) {
        return grants.ruleSets().stream()
                .map(ruleSet -> ruleSet.rulesFor(server))
                .filter(Objects::nonNull)
                .map(rules -> Clause.of(rules, kind))
                .toList();
    }

    private Set<Integer> characters() {
        Set<Integer> characters = new LinkedHashSet<>();
        Stream.concat(old.stream(), fresh.stream())
                .flatMap(clause -> Stream.concat(clause.granted().texts().stream(), clause.excepted().texts().stream()))
                .flatMapToInt(String::codePoints)
                .forEach(characters::add);
        characters.remove((int) Glob.WILDCARD);
        return characters;
    }

    /** A character that stands for all those that no pattern mentions. */
    private int filler() {
        Set<Integer> mentioned = characters();
        return FILLERS.chars().filter(c -> !mentioned.contains(c)).findFirst().orElseGet(() -> {
            int free = LAST_RESORT;
            while (mentioned.contains(free)) {
                free++;
            }
            return free;
        });
    }

    /** Exceptions of URIs also look at what ends a path, and at escapes; lower-case ones are ambiguous in any case. */
    private int[] alphabet(boolean variants) {
        Set<Integer> alphabet = new LinkedHashSet<>();
        alphabet.add(filler());
        alphabet.addAll(characters());
        if (variants) {
            "/?#{%0123456789ABCDEF".chars().forEach(alphabet::add);
        }
        return alphabet.stream().mapToInt(Integer::intValue).toArray();
    }
}
