package dev.gatehouse.gateway.report;

import dev.gatehouse.model.access.RuleSet;
import dev.gatehouse.model.resource.Role;
import dev.gatehouse.model.rights.PrincipalChange;
import dev.gatehouse.model.rights.RightsChange;
import dev.gatehouse.model.rights.ServerChange;
import dev.gatehouse.model.rights.Standing;
import dev.gatehouse.model.rights.TokenChange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Says changes in words. Names and patterns come from manifests, so that each format quotes them in its own way. */
final class ChangeSentences {

    private static final int MOST_PATTERNS = 5;

    private final UnaryOperator<String> quote;

    ChangeSentences(UnaryOperator<String> quote) {
        this.quote = quote;
    }

    /** @param widens whether it is about more than there was */
    record Sentence(boolean widens, String text) {}

    List<Sentence> of(PrincipalChange change) {
        var sentences = new ArrayList<Sentence>();
        if (change.before() == Standing.ABSENT) {
            sentences.add(new Sentence(false, "is new" + standing(change.now())));
        } else if (change.now() == Standing.ABSENT) {
            sentences.add(new Sentence(false, "is gone"));
        } else if (change.before() != change.now()) {
            boolean resumed = change.before() == Standing.SUSPENDED && change.widens();
            sentences.add(new Sentence(
                    resumed,
                    "was " + change.before().label() + " and is " + change.now().label() + " now"));
        }
        if (change.roleNow() == Role.ADMIN && change.roleBefore() != Role.ADMIN) {
            sentences.add(new Sentence(change.becomesAdmin(), "is Admin now"));
        } else if (change.roleBefore() == Role.ADMIN && change.roleNow() == Role.USER) {
            sentences.add(new Sentence(false, "is not Admin any more"));
        }
        change.tokens().forEach(token -> sentences.add(of(token)));
        change.rights().forEach(right -> sentences.add(new Sentence(right.gained(), of(right))));
        return sentences;
    }

    Sentence of(ServerChange change) {
        var text = new StringBuilder("server ")
                .append(quote.apply(change.server().toString()))
                .append(' ')
                .append(change.aspect().label());
        if (change.before() != null) {
            text.append(", was ").append(quote.apply(change.before()));
        }
        if (change.now() != null) {
            text.append(", is ").append(quote.apply(change.now()));
        }
        return new Sentence(change.widens(), text.toString());
    }

    private static String standing(Standing now) {
        return now == Standing.ACTIVE ? "" : " and " + now.label();
    }

    private Sentence of(TokenChange token) {
        String name = (token.fingerprint() == null ? "" : "token ")
                + quote.apply(token.name())
                + (token.fingerprint() == null ? "" : " (" + token.fingerprint() + ")");
        return switch (token.kind()) {
            case ADDED -> new Sentence(true, name + " authenticates now");
            case REMOVED -> new Sentence(false, name + " does not authenticate any more");
            case EXTENDED -> new Sentence(true, name + " is valid at times at which it was not");
            case SHORTENED -> new Sentence(false, name + " is valid for a shorter time");
        };
    }

    private String of(RightsChange change) {
        String server = quote.apply(change.server().toString());
        return switch (change) {
            case RightsChange.Visibility seen ->
                seen.gained()
                        ? "may know that " + server + " is there"
                        : "may not know any more that " + server + " is there";
            case RightsChange.Unclear unclear ->
                "perhaps " + (unclear.gained() ? "gains " : "loses ")
                        + unclear.kind().label() + " of " + server + ": too many patterns to exclude it";
            case RightsChange.Names names -> of(names, server);
        };
    }

    private String of(RightsChange.Names names, String server) {
        var text = new StringBuilder(names.gained() ? "gains " : "loses ")
                .append(names.kind().label())
                .append(" of ")
                .append(server);
        if (!names.patterns().isEmpty()) {
            text.append(": ").append(patterns(names.patterns()));
        }
        text.append(", such as ").append(quote.apply(names.example()));
        if (names.granted() != null) {
            text.append(", ")
                    .append(names.gained() ? "granted by " : "which was granted by ")
                    .append(ground(names.granted()));
        }
        if (names.excepted() != null) {
            text.append(", ")
                    .append(names.gained() ? "which was excepted by " : "excepted by ")
                    .append(ground(names.excepted()));
        }
        return text.toString();
    }

    private String patterns(List<String> patterns) {
        String first = patterns.stream().limit(MOST_PATTERNS).map(quote).collect(Collectors.joining(", "));
        int more = patterns.size() - MOST_PATTERNS;
        return more > 0 ? first + " and " + Count.of(more, "other pattern") : first;
    }

    private String ground(RightsChange.Ground ground) {
        String place = ground.origin().equals(RuleSet.INLINE)
                ? RuleSet.INLINE + "[" + ground.match().rule() + "]"
                : ground.origin() + " spec.rules[" + ground.match().rule() + "]";
        String pattern = ground.match().pattern();
        return pattern == null ? place + " (the whole server)" : quote.apply(pattern) + " in " + place;
    }
}
