package dev.gatehouse.model.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gatehouse.model.access.ListedNames;
import dev.gatehouse.model.access.OfferedNames;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.resource.AllowedNamespaces;
import dev.gatehouse.model.resource.McpAllowList;
import dev.gatehouse.model.resource.McpAllowListSpec;
import dev.gatehouse.model.resource.ObjectMeta;
import dev.gatehouse.model.resource.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnmatchedPatternsTest {

    private static final OfferedNames OFFERED = new OfferedNames(
            ListedNames.of(List.of("get_issue", "search")),
            ListedNames.of(List.of("summary")),
            ListedNames.of(List.of("doc://handbook/welcome")),
            ListedNames.of(List.of("weather://today/{city}")));

    private static final UnmatchedPatterns.Said NOTHING_SAID = new UnmatchedPatterns.Said(Set.of(), Set.of());

    @Test
    void nameThatNoToolHasIsFoundWithItsPlaceAndWhatToDo() {
        assertThat(found(rule(List.of("search"), null, null), rule(List.of("get_*", "serach"), null, null)))
                .containsExactly(new UnmatchedPattern(
                        "spec.rules[1].tools[1]",
                        true,
                        "spec.rules[1].tools[1] matches no tool of McpServer team-a/github; correct it, or take it out:"
                                + " \"serach\"."));
    }

    @Test
    void globThatMatchesNothingIsFound() {
        assertThat(paths(OFFERED, rule(List.of("delete_*", "*sue"), List.of("sum*", "*x"), null)))
                .containsExactly("spec.rules[0].tools[0]", "spec.rules[0].prompts[1]");
    }

    @Test
    void namesAreComparedInTheirLetterCase() {
        assertThat(paths(OFFERED, rule(List.of("Search"), null, null))).containsExactly("spec.rules[0].tools[0]");
    }

    @Test
    void starsAloneAskForNothingInParticular() {
        OfferedNames empty = new OfferedNames(
                ListedNames.of(List.of()),
                ListedNames.of(List.of()),
                ListedNames.of(List.of()),
                ListedNames.of(List.of()));
        assertThat(paths(empty, rule(List.of("*"), List.of("**"), List.of("*"))))
                .isEmpty();
    }

    @Test
    void uriThatATemplateCouldGiveMatches() {
        assertThat(paths(
                        OFFERED,
                        rule(null, null, List.of("weather://today/Oslo", "weather://*", "w*", "weather://tomorrow/*"))))
                .containsExactly("spec.rules[0].resources[3]");
    }

    @Test
    void uriThatIsListedMatchesAndAnotherDoesNot() {
        assertThat(paths(OFFERED, rule(null, null, List.of("doc://handbook/*", "doc://handbook"))))
                .containsExactly("spec.rules[0].resources[1]");
    }

    @Test
    void exceptionsMayBeMadeBeforehand() {
        var except = new Rule.Exceptions(List.of("delete_everything"), null, null);
        assertThat(paths(OFFERED, new Rule("github", null, List.of("search"), null, null, except)))
                .isEmpty();
    }

    @Test
    void listThatIsNotToldWholeMatchesEverything() {
        assertThat(paths(OfferedNames.PARTIAL, rule(List.of("x"), List.of("x"), List.of("x"))))
                .isEmpty();
    }

    @Test
    void patternForAListThatIsNotKnownIsUncertain() {
        var noTemplates = new OfferedNames(
                ListedNames.UNKNOWN, ListedNames.of(List.of()), ListedNames.of(List.of()), ListedNames.UNKNOWN);
        assertThat(UnmatchedPatterns.of(
                        holder(rule(List.of("x", "*"), List.of("x"), List.of("x"))), NOTHING_SAID, _ -> noTemplates))
                .extracting(UnmatchedPattern::path, UnmatchedPattern::certain)
                .containsExactly(
                        tuple("spec.rules[0].tools[0]", false),
                        tuple("spec.rules[0].prompts[0]", true),
                        tuple("spec.rules[0].resources[0]", false));
    }

    @Test
    void ruleForEveryServerAndForOneThatIsNotServedAreNotLookedAt() {
        assertThat(paths(OFFERED, new Rule("*", null, List.of("x"), null, null, null)))
                .isEmpty();
        assertThat(paths(null, rule(List.of("x"), null, null))).isEmpty();
    }

    @Test
    void serverIsLookedForInTheNamespaceThatTheRuleNames() {
        var rule = new Rule("github", "platform", List.of("x"), null, null, null);
        var asked = new ArrayList<ServerId>();
        UnmatchedPatterns.of(holder(rule), NOTHING_SAID, id -> {
            asked.add(id);
            return null;
        });
        assertThat(asked).containsExactly(new ServerId("platform", "github"));
        assertThat(holder(rule).names(asked::contains)).isTrue();
        assertThat(holder(rule(null, null, null)).names(asked::contains)).isFalse();
    }

    @Test
    void ruleWhoseServerDoesNotResolveAsksForNoServer() {
        var said = new UnmatchedPatterns.Said(Set.of("spec.rules[0].server"), Set.of());
        List<UnmatchedPattern> found = UnmatchedPatterns.of(holder(rule(List.of("x"), null, null)), said, id -> {
            throw new AssertionError(id);
        });
        assertThat(found).isEmpty();
    }

    @Test
    void patternThatIsWarnedOfOtherwiseIsNotWarnedOfTwice() {
        var said = new UnmatchedPatterns.Said(Set.of(), Set.of("spec.rules[0].tools[0]"));
        assertThat(UnmatchedPatterns.of(holder(rule(List.of("github__search", "x"), null, null)), said, _ -> OFFERED))
                .extracting(UnmatchedPattern::path)
                .containsExactly("spec.rules[0].tools[1]");
    }

    @Test
    void onlySoManyPatternsOfAnObjectAreLookedAt() {
        Rule rule = rule(Collections.nCopies(UnmatchedPatterns.MOST_LOOKED_AT + 5, "x"), null, null);
        assertThat(found(rule)).hasSize(UnmatchedPatterns.MOST_LOOKED_AT);
    }

    private static RuleHolder holder(Rule... rules) {
        return RuleHolder.of(new McpAllowList(
                        ObjectMeta.of("team-a", "read-only"),
                        new McpAllowListSpec(null, List.of(rules), AllowedNamespaces.SAME)))
                .orElseThrow();
    }

    private static List<UnmatchedPattern> found(Rule... rules) {
        return UnmatchedPatterns.of(holder(rules), NOTHING_SAID, _ -> OFFERED);
    }

    private static List<String> paths(@Nullable OfferedNames offered, Rule... rules) {
        return UnmatchedPatterns.of(holder(rules), NOTHING_SAID, _ -> offered).stream()
                .filter(UnmatchedPattern::certain)
                .map(UnmatchedPattern::path)
                .toList();
    }

    private static Rule rule(
            @Nullable List<String> tools, @Nullable List<String> prompts, @Nullable List<String> resources) {
        return new Rule("github", null, tools, prompts, resources, null);
    }
}
