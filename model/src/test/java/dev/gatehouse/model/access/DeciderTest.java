package dev.gatehouse.model.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.resource.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeciderTest {

    private static final ServerId GITHUB = new ServerId("platform", "github");
    private static final ServerId JIRA = new ServerId("platform", "jira");

    @Test
    void noRuleGrantsNothing() {
        assertThat(Decider.decide(Grants.NONE, tool("get_issue"))).isEqualTo(denied(Decision.Reason.NOT_GRANTED));
    }

    @Test
    void ruleWithoutListsGrantsTheWholeServerAndNoOther() {
        Grants grants = grants(rule(null, null, null, null));
        assertThat(allowed(grants, tool("get_issue"))).isTrue();
        assertThat(allowed(grants, new Action.Prompt(GITHUB, "p"))).isTrue();
        assertThat(allowed(grants, new Action.Resource(GITHUB, "repo://a"))).isTrue();
        assertThat(allowed(grants, new Action.Template(GITHUB, "repo://{a}"))).isTrue();
        assertThat(allowed(grants, new Action.Server(GITHUB))).isTrue();
        assertThat(allowed(grants, new Action.Tool(JIRA, "get_issue"))).isFalse();
        assertThat(allowed(grants, new Action.Server(JIRA))).isFalse();
    }

    @Test
    void onePresentListMakesTheAbsentOnesGrantNothing() {
        Grants grants = grants(rule(List.of("get_*"), null, null, null));
        assertThat(allowed(grants, tool("get_issue"))).isTrue();
        assertThat(allowed(grants, new Action.Prompt(GITHUB, "get_issue"))).isFalse();
        assertThat(allowed(grants, new Action.Resource(GITHUB, "get_issue"))).isFalse();
    }

    @Test
    void emptyListGrantsNothingAndHidesTheServer() {
        Grants grants = grants(rule(List.of(), null, null, null));
        assertThat(allowed(grants, tool("get_issue"))).isFalse();
        assertThat(allowed(grants, new Action.Server(GITHUB))).isFalse();
    }

    @Test
    void exceptionWinsOverAGrantOfAnotherRuleForTheSameServer() {
        Grants grants = grants(
                rule(List.of("get_secret"), null, null, null),
                rule(List.of("get_*"), null, null, except(List.of("get_secret*"), List.of())));
        assertThat(Decider.decide(grants, tool("get_secret"))).isEqualTo(denied(Decision.Reason.EXCEPTED));
        assertThat(allowed(grants, tool("get_issue"))).isTrue();
    }

    @Test
    void exceptionDoesNotReachIntoAnotherRuleSet() {
        var narrow = new RuleSetBuilder("a")
                .add(0, rule(List.of("*"), null, null, except(List.of("get_secret"), List.of())), List.of(GITHUB))
                .build();
        var wide = new RuleSetBuilder("b")
                .add(0, rule(List.of("get_secret"), null, null, null), List.of(GITHUB))
                .build();
        Grants both = new Grants(List.of(narrow, wide));
        assertThat(Decider.decide(both, tool("get_secret"))).isEqualTo(new Decision.Allowed("b", 0));
    }

    @Test
    void exceptionOfARuleForSeveralServersAppliesToEachOfThem() {
        var ruleSet = new RuleSetBuilder("a")
                .add(0, rule(List.of("delete"), null, null, null), List.of(JIRA))
                .add(1, rule(List.of("*"), null, null, except(List.of("delete"), List.of())), List.of(GITHUB, JIRA))
                .build();
        Grants grants = new Grants(List.of(ruleSet));
        assertThat(allowed(grants, new Action.Tool(JIRA, "delete"))).isFalse();
        assertThat(allowed(grants, new Action.Tool(GITHUB, "delete"))).isFalse();
    }

    @Test
    void serverIsHiddenWhenExceptionsLeaveNothingOfIt() {
        Grants grants = grants(rule(List.of("get_a", "get_b*"), null, null, except(List.of("get_*"), List.of())));
        assertThat(allowed(grants, new Action.Server(GITHUB))).isFalse();
    }

    @Test
    void explanationNamesTheFirstGrantingRule() {
        Grants grants = grants(
                rule(List.of("list_*"), null, null, null),
                rule(List.of("get_*"), null, null, null),
                rule(List.of("get_issue"), null, null, null));
        assertThat(Decider.decide(grants, tool("get_issue"))).isEqualTo(new Decision.Allowed("test", 1));
    }

    @Test
    void namesAreCaseSensitiveAndKnowNoPrefix() {
        Grants grants = grants(rule(List.of("get_issue"), null, null, null));
        assertThat(allowed(grants, tool("Get_Issue"))).isFalse();
        assertThat(allowed(grants, tool("github__get_issue"))).isFalse();
        assertThat(allowed(grants, tool("get_issue "))).isFalse();
    }

    @Test
    void globOverAnAmbiguousUriIsRefusedWhileItsExactTextIsGranted() {
        var action = new Action.Resource(GITHUB, "repo://acme/../evil");
        assertThat(Decider.decide(grants(rule(null, null, List.of("repo://acme/*"), null)), action))
                .isEqualTo(denied(Decision.Reason.AMBIGUOUS_URI));
        assertThat(allowed(grants(rule(null, null, List.of("repo://acme/../evil"), null)), action))
                .isTrue();
    }

    @Test
    void ambiguousUriPassesAGrantOfEverythingUnlessTheRuleSetHasAResourceException() {
        var action = new Action.Resource(GITHUB, "repo://acme/%2e%2e/evil");
        Rule exception = rule(List.of(), null, null, except(List.of(), List.of("repo://secret/*")));
        assertThat(allowed(grants(rule(null, null, List.of("*"), null)), action))
                .isTrue();
        assertThat(allowed(grants(rule(null, null, null, null)), action)).isTrue();
        assertThat(Decider.decide(grants(rule(null, null, List.of("*"), null), exception), action))
                .isEqualTo(denied(Decision.Reason.AMBIGUOUS_URI));
        assertThat(Decider.decide(grants(rule(null, null, null, null), exception), action))
                .isEqualTo(denied(Decision.Reason.AMBIGUOUS_URI));
    }

    @Test
    void exceptionOfAUriHoldsWithQueryTrailingSlashAndOtherSpelling() {
        Grants grants =
                grants(rule(null, null, List.of("*"), except(List.of(), List.of("repo://a/x:y", "repo://a/p%40q"))));
        for (String uri : List.of(
                "repo://a/x:y",
                "repo://a/x:y?z=1",
                "repo://a/x:y/",
                "repo://a/x%3Ay",
                "repo://a/p%40q",
                "repo://a/p@q")) {
            assertThat(Decider.decide(grants, new Action.Resource(GITHUB, uri)))
                    .as(uri)
                    .isEqualTo(denied(Decision.Reason.EXCEPTED));
        }
        assertThat(allowed(grants, new Action.Resource(GITHUB, "repo://a/x"))).isTrue();
    }

    @Test
    void templateIsDecidedByItsOwnText() {
        Grants grants = grants(rule(null, null, List.of("repo://acme/*"), null));
        assertThat(allowed(grants, new Action.Template(GITHUB, "repo://acme/{path}")))
                .isTrue();
        assertThat(allowed(grants, new Action.Template(GITHUB, "repo://acme/{path}{?ref,page}")))
                .isTrue();
        assertThat(allowed(grants, new Action.Template(GITHUB, "repo://{owner}/{path}")))
                .isFalse();
        assertThat(allowed(grants, new Action.Template(GITHUB, "repo://acme/../{path}")))
                .isFalse();
    }

    private static Action tool(String name) {
        return new Action.Tool(GITHUB, name);
    }

    private static boolean allowed(Grants grants, Action action) {
        return Decider.decide(grants, action).isAllowed();
    }

    private static Decision denied(Decision.Reason reason) {
        return new Decision.Denied(reason);
    }

    private static Rule rule(
            @Nullable List<String> tools,
            @Nullable List<String> prompts,
            @Nullable List<String> resources,
            Rule.@Nullable Exceptions except) {
        return new Rule("github", null, tools, prompts, resources, except);
    }

    private static Rule.Exceptions except(List<String> tools, List<String> resources) {
        return new Rule.Exceptions(tools, List.of(), resources);
    }

    private static Grants grants(Rule... rules) {
        var builder = new RuleSetBuilder("test");
        for (int i = 0; i < rules.length; i++) {
            builder.add(i, rules[i], List.of(GITHUB));
        }
        return new Grants(List.of(builder.build()));
    }
}
