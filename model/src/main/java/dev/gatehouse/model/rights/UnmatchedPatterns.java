package dev.gatehouse.model.rights;

import dev.gatehouse.model.access.Glob;
import dev.gatehouse.model.access.ListedNames;
import dev.gatehouse.model.access.OfferedNames;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.resource.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks for patterns of rules that match nothing of what their servers offer. In doubt a pattern is taken to match. Not
 * looked at are exceptions, which may well be made beforehand; patterns of nothing but stars, which ask for nothing in
 * particular; and rules for every server, which are also for servers that are yet to come.
 */
public final class UnmatchedPatterns {

    /** Of one object; further ones are taken to match. */
    static final int MOST_LOOKED_AT = 10_000;

    private final RuleHolder holder;
    private final Said said;
    private final Function<ServerId, @Nullable OfferedNames> offered;
    private final List<UnmatchedPattern> found = new ArrayList<>();
    private int lookedAt;

    private UnmatchedPatterns(RuleHolder holder, Said said, Function<ServerId, @Nullable OfferedNames> offered) {
        this.holder = holder;
        this.said = said;
        this.offered = offered;
    }

    /**
     * What has been said of the object already, by paths within it: of a rule whose server does not resolve nothing more is
     * said, not even whether there is such a server, nor is a second thing of one pattern.
     */
    public record Said(Set<String> mistakes, Set<String> warnings) {}

    /** What is known of one pattern. */
    private enum Match {
        YES,
        NO,
        UNKNOWN
    }

    /** @param offered what a server offers; null for one that is not served */
    public static List<UnmatchedPattern> of(
            RuleHolder holder, Said said, Function<ServerId, @Nullable OfferedNames> offered) {
        var search = new UnmatchedPatterns(holder, said, offered);
        for (int i = 0; i < holder.rules().size(); i++) {
            search.look(holder.rules().get(i), holder.path() + "[" + i + "]");
        }
        return List.copyOf(search.found);
    }

    private void look(Rule rule, String at) {
        if (rule.server().equals(Rule.EVERY_SERVER) || said.mistakes().contains(at + ".server")) {
            return;
        }
        ServerId server = holder.serverOf(rule);
        OfferedNames names = offered.apply(server);
        if (names == null) {
            return;
        }
        var place = new Place(at, server);
        look(rule.tools(), "tool", place, pattern -> match(pattern, names.tools()));
        look(rule.prompts(), "prompt", place, pattern -> match(pattern, names.prompts()));
        look(rule.resources(), "resource", place, pattern -> matchUri(pattern, names));
    }

    private record Place(String rule, ServerId server) {}

    private void look(@Nullable List<String> patterns, String sort, Place place, Function<String, Match> match) {
        if (patterns == null) {
            return;
        }
        for (int i = 0; i < patterns.size() && lookedAt < MOST_LOOKED_AT; i++, lookedAt++) {
            Match result = match.apply(patterns.get(i));
            String path = place.rule() + "." + sort + "s[" + i + "]";
            if (result != Match.YES && !said.warnings().contains(path)) {
                String message = path + " matches no " + sort + " of McpServer " + place.server()
                        + "; correct it, or take it out: \"" + patterns.get(i) + "\".";
                found.add(new UnmatchedPattern(path, result == Match.NO, message));
            }
        }
    }

    private static Match match(String pattern, ListedNames listed) {
        Glob glob = Glob.of(pattern);
        return switch (listed) {
            case ListedNames.Partial() -> Match.YES;
            case ListedNames.Unknown() -> glob.matchesEverything() ? Match.YES : Match.UNKNOWN;
            case ListedNames.Complete(var names) -> matchesOne(glob, names) ? Match.YES : Match.NO;
        };
    }

    private static boolean matchesOne(Glob glob, Set<String> names) {
        return glob.matchesEverything()
                || (Glob.isGlob(glob.pattern())
                        ? names.stream().anyMatch(glob::matches)
                        : names.contains(glob.pattern()));
    }

    private static Match matchUri(String pattern, OfferedNames names) {
        Match listed = match(pattern, names.resources());
        Match expanded = matchTemplate(pattern, names.templates());
        if (listed == Match.YES || expanded == Match.YES) {
            return Match.YES;
        }
        return listed == Match.UNKNOWN || expanded == Match.UNKNOWN ? Match.UNKNOWN : Match.NO;
    }

    private static Match matchTemplate(String pattern, ListedNames templates) {
        return switch (templates) {
            case ListedNames.Partial() -> Match.YES;
            case ListedNames.Unknown() -> Match.UNKNOWN;
            case ListedNames.Complete(var all) ->
                all.stream().anyMatch(template -> couldMeet(pattern, template)) ? Match.YES : Match.NO;
        };
    }

    /** Whether a URI that the pattern matches could come of the template, by what both begin with. */
    private static boolean couldMeet(String pattern, String template) {
        String wanted = before(pattern, Glob.WILDCARD);
        String given = before(template, '{');
        return wanted.startsWith(given) || given.startsWith(wanted);
    }

    private static String before(String text, char end) {
        int at = text.indexOf(end);
        return at < 0 ? text : text.substring(0, at);
    }
}
