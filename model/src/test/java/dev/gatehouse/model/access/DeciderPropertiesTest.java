package dev.gatehouse.model.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.resource.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The decision against a slow reading of the same rules, on seeded random ones. */
class DeciderPropertiesTest {

    private static final ServerId SERVER = new ServerId("a", "s");
    private static final List<String> TOOLS = List.of("a", "b", "ab", "ba", "aba", "");
    private static final List<String> PATTERNS = List.of("a", "b", "ab", "a*", "*a", "*", "a*a", "**");
    private static final List<String> URIS =
            List.of("r://a/x", "r://a/x?q", "r://a/x/", "r://a/../x", "r://a/x%3A", "r://b/x");
    private static final List<String> URI_PATTERNS =
            List.of("*", "**", "r://a/*", "r://a/x", "r://a/../x", "r://*", "r://a/x:");

    @Test
    void toolIsAllowedExactlyWhenSomeRuleSetGrantsAndDoesNotExceptIt() {
        for (int seed = 0; seed < 2_000; seed++) {
            List<List<Rule>> sets = randomSets(new Random(seed));
            Grants grants = compile(sets);
            for (String tool : TOOLS) {
                assertThat(Decider.decide(grants, new Action.Tool(SERVER, tool)).isAllowed())
                        .as("seed %d tool %s", seed, tool)
                        .isEqualTo(sets.stream().anyMatch(set -> grants(set, tool)));
            }
        }
    }

    @Test
    void serverIsShownWheneverAnythingOfItIsAllowed() {
        for (int seed = 0; seed < 2_000; seed++) {
            Grants grants = compile(randomSets(new Random(seed)));
            if (everyAction().stream()
                    .anyMatch(action -> Decider.decide(grants, action).isAllowed())) {
                assertThat(Decider.decide(grants, new Action.Server(SERVER)).isAllowed())
                        .as("seed %d", seed)
                        .isTrue();
            }
        }
    }

    @Test
    void grantsThatCoverOthersAllowAllThatTheyAllowed() {
        int covered = 0;
        for (int seed = 0; seed < 20_000; seed++) {
            var random = new Random(seed);
            Grants before = compile(randomSets(random));
            Grants after = compile(randomSets(random));
            if (!after.covers(before)) {
                continue;
            }
            covered++;
            for (Action action : everyAction()) {
                if (Decider.decide(before, action).isAllowed()) {
                    assertThat(Decider.decide(after, action).isAllowed())
                            .as("seed %d %s", seed, action)
                            .isTrue();
                }
            }
        }
        assertThat(covered).isGreaterThan(100);
    }

    @Test
    void everyGrantsCoverThemselves() {
        for (int seed = 0; seed < 500; seed++) {
            Grants grants = compile(randomSets(new Random(seed)));
            assertThat(grants.covers(grants)).isTrue();
            assertThat(grants.covers(Grants.NONE)).isTrue();
        }
    }

    private static List<Action> everyAction() {
        var actions = new ArrayList<Action>();
        TOOLS.forEach(tool -> actions.add(new Action.Tool(SERVER, tool)));
        URIS.forEach(uri -> actions.add(new Action.Resource(SERVER, uri)));
        URIS.forEach(uri -> actions.add(new Action.Template(SERVER, uri + "{x}")));
        return actions;
    }

    private static boolean grants(List<Rule> set, String tool) {
        boolean granted = set.stream()
                .anyMatch(rule -> rule.grantsWholeServer() || (rule.tools() != null && matchesAny(rule.tools(), tool)));
        boolean excepted = set.stream()
                .anyMatch(rule ->
                        rule.except() != null && matchesAny(rule.except().tools(), tool));
        return granted && !excepted;
    }

    private static boolean matchesAny(List<String> patterns, String name) {
        return patterns.stream()
                .anyMatch(pattern -> name.matches(pattern.chars()
                        .mapToObj(c -> c == '*' ? ".*" : Pattern.quote(Character.toString(c)))
                        .collect(Collectors.joining())));
    }

    private static Grants compile(List<List<Rule>> sets) {
        var ruleSets = new ArrayList<RuleSet>();
        for (List<Rule> set : sets) {
            var builder = new RuleSetBuilder("set");
            for (int i = 0; i < set.size(); i++) {
                builder.add(i, set.get(i), List.of(SERVER));
            }
            ruleSets.add(builder.build());
        }
        return new Grants(ruleSets);
    }

    private static List<List<Rule>> randomSets(Random random) {
        var sets = new ArrayList<List<Rule>>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            var rules = new ArrayList<Rule>();
            for (int j = random.nextInt(3); j >= 0; j--) {
                rules.add(new Rule(
                        "s",
                        null,
                        maybe(random, PATTERNS),
                        null,
                        maybe(random, URI_PATTERNS),
                        random.nextInt(3) == 0
                                ? new Rule.Exceptions(
                                        maybe(random, PATTERNS), maybe(random, PATTERNS), maybe(random, URI_PATTERNS))
                                : null));
            }
            sets.add(rules);
        }
        return sets;
    }

    private static @Nullable List<String> maybe(Random random, List<String> patterns) {
        if (random.nextInt(3) == 0) {
            return null;
        }
        var picked = new ArrayList<String>();
        for (int i = random.nextInt(3); i > 0; i--) {
            picked.add(patterns.get(random.nextInt(patterns.size())));
        }
        return picked;
    }
}
