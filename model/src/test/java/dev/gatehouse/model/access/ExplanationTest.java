package dev.gatehouse.model.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.access.Explanation.Match;
import dev.gatehouse.model.resource.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final ServerId SERVER = new ServerId("a", "s");

    @Test
    void grantNamesTheEarliestRuleAndItsPattern() {
        Explanation why = tool("get_a", rule(List.of("list_*"), null), rule(List.of("get_*", "get_a"), null));
        assertThat(why.decision()).isEqualTo(new Decision.Allowed("set", 1));
        assertThat(why.parts().getFirst().granted()).isEqualTo(new Match(1, "get_a"));
    }

    @Test
    void grantOfTheWholeServerHasNoPattern() {
        Explanation why = tool("get_a", new Rule("s", null, null, null, null, null));
        assertThat(why.parts().getFirst().granted()).isEqualTo(new Match(0, null));
    }

    @Test
    void exceptionIsNamedWithTheGrantThatItTakesAway() {
        Explanation why = tool("get_secret", rule(List.of("get_*"), null), rule(List.of(), List.of("*_x", "*secret")));
        assertThat(why.decision()).isEqualTo(new Decision.Denied(Decision.Reason.EXCEPTED));
        assertThat(why.parts().getFirst().granted()).isEqualTo(new Match(0, "get_*"));
        assertThat(why.parts().getFirst().excepted()).isEqualTo(new Match(1, "*secret"));
    }

    @Test
    void exceptionThatTakesNothingAwayIsNotNamed() {
        Explanation why = tool("delete", rule(List.of("get_*"), List.of("delete")));
        assertThat(why.parts().getFirst().granted()).isNull();
        assertThat(why.parts().getFirst().excepted()).isNull();
    }

    @Test
    void ambiguousUriIsGrantedByWhatMayGrantIt() {
        var uris = new Rule("s", null, List.of(), null, List.of("r://*", "*"), null);
        Explanation why = Explanation.of(grants(uris), new Action.Resource(SERVER, "r://a/../b"));
        assertThat(why.parts().getFirst().granted()).isEqualTo(new Match(0, "*"));
    }

    @Test
    void exceptionOfAnotherSpellingIsNamed() {
        var except = new Rule.Exceptions(null, null, List.of("r://a/b"));
        var uris = new Rule("s", null, List.of(), null, List.of("r://*"), except);
        Explanation why = Explanation.of(grants(uris), new Action.Resource(SERVER, "r://a/b?x"));
        assertThat(why.parts().getFirst().excepted()).isEqualTo(new Match(0, "r://a/b"));
    }

    private static Explanation tool(String name, Rule... rules) {
        return Explanation.of(grants(rules), new Action.Tool(SERVER, name));
    }

    private static Rule rule(List<String> tools, @Nullable List<String> except) {
        return new Rule("s", null, tools, null, null, except == null ? null : new Rule.Exceptions(except, null, null));
    }

    private static Grants grants(Rule... rules) {
        var builder = new RuleSetBuilder("set");
        for (int i = 0; i < rules.length; i++) {
            builder.add(i, rules[i], List.of(SERVER));
        }
        return new Grants(List.of(builder.build()));
    }
}
