package dev.gatehouse.model.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.RuleSet;
import dev.gatehouse.model.access.RuleSetBuilder;
import dev.gatehouse.model.resource.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class GainSearchTest {

    @Test
    void patternThatAnOlderOneCoversBringsNothing() {
        assertThat(tools(grants(List.of("get_*"), List.of()), grants(List.of("get_a*", "get_b"), List.of())))
                .isEqualTo(new Gain.Nothing());
    }

    @Test
    void everyPatternThatBringsSomethingIsNamed() {
        assertThat(tools(grants(List.of("get_*"), List.of()), grants(List.of("get_a*", "set_*", "*_all"), List.of())))
                .isEqualTo(new Gain.Something(List.of("set_*", "*_all"), "set_x"));
    }

    @Test
    void liftedExceptionShowsByAnExampleOfIt() {
        assertThat(tools(grants(List.of("*"), List.of("*secret*")), grants(List.of("*"), List.of("*secret"))))
                .isEqualTo(new Gain.Something(List.of(), "secretx"));
    }

    @Test
    void exceptionThatOnlyMovedBringsNothing() {
        assertThat(tools(grants(List.of("a*"), List.of("ab*")), grants(List.of("a*", "ac"), List.of("a*b*"))))
                .isEqualTo(new Gain.Nothing());
    }

    @Test
    void charactersBeyondTheBasicPlaneAreWhole() {
        assertThat(tools(grants(List.of("*"), List.of("*😀*")), grants(List.of("*"), List.of("*😀"))))
                .isEqualTo(new Gain.Something(List.of(), "😀x"));
    }

    @Test
    void uriOfTwoReadingsIsGainedByAGrantOfEverythingOnly() {
        assertThat(resources(List.of("r://*"), List.of("r://*", "r://a/../b")))
                .isEqualTo(new Gain.Something(List.of("r://a/../b"), "r://a/../b"));
        assertThat(resources(List.of("*"), List.of("r://a/../b"))).isEqualTo(new Gain.Nothing());
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void questionThatIsTooHardIsLeftOpenInTime() {
        var random = new Random(1);
        var exceptions = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            exceptions.add("*" + letters(random, 6) + "*" + letters(random, 6) + "*" + letters(random, 6) + "*");
        }
        // In truth nothing is gained: within the grant both take away the same.
        List<String> others = exceptions.stream().map(pattern -> "q" + pattern).toList();
        Grants before = grants(List.of("q*q"), exceptions);
        Grants now = grants(List.of("q*q"), others);
        assertThat(tools(before, now)).isEqualTo(new Gain.Unknown());
    }

    private static String letters(Random random, int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append("abc".charAt(random.nextInt(3)));
        }
        return text.toString();
    }

    private static Gain tools(Grants before, Grants now) {
        return GainSearch.between(before, now, RandomGrants.SERVER, RightsKind.TOOLS);
    }

    private static Gain resources(List<String> before, List<String> now) {
        return GainSearch.between(ofUris(before), ofUris(now), RandomGrants.SERVER, RightsKind.RESOURCES);
    }

    private static Grants ofUris(List<String> uris) {
        return new Grants(List.of(ruleSet(new Rule("s", null, null, null, uris, null))));
    }

    private static Grants grants(List<String> tools, List<String> except) {
        return new Grants(
                List.of(ruleSet(new Rule("s", null, tools, null, null, new Rule.Exceptions(except, null, null)))));
    }

    private static RuleSet ruleSet(Rule rule) {
        return new RuleSetBuilder("set")
                .add(0, rule, List.of(RandomGrants.SERVER))
                .build();
    }
}
