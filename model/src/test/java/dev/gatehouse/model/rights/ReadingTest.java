package dev.gatehouse.model.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.access.Action;
import dev.gatehouse.model.access.Decider;
import dev.gatehouse.model.access.Decision;
import dev.gatehouse.model.access.Glob;
import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.RuleSetBuilder;
import dev.gatehouse.model.resource.Rule;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Automata against the matching that decides, on seeded random texts. */
class ReadingTest {

    @Test
    void globReaderMatchesWhatTheGlobMatches() {
        var random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            String pattern = text(random, "ab*", 8);
            String text = text(random, "ab", 10);
            var reader = new GlobReader(pattern);
            int state = reader.start();
            for (int c : text.codePoints().toArray()) {
                state = reader.next(state, c);
            }
            assertThat(reader.matches(state))
                    .as("%s on %s", pattern, text)
                    .isEqualTo(Glob.of(pattern).matches(text));
        }
    }

    @Test
    void patternReaderKnowsNamesAndGlobsByTheirNumbers() {
        var reader = new PatternReader(List.of("ab", "a*", "abc", "*c", "ab"));
        PatternReader.Positions at = reader.start();
        for (int c : "abc".codePoints().toArray()) {
            at = reader.next(at, c);
        }
        assertThat(reader.matching(at)).isEqualTo(reader.numbers(List.of("a*", "abc", "*c")));
    }

    @Test
    void uriReadingSeesEveryVariantThatExceptionsCover() {
        var random = new Random(2);
        int excepted = 0;
        for (int i = 0; i < 100_000; i++) {
            String pattern = "r:" + text(random, "a*/?:", 3);
            String uri = "r:" + text(random, "aa//?#{%:3A", 8);
            boolean expected = isExcepted(pattern, uri);
            var exceptions = new PatternReader(List.of(pattern));
            Reading reading = UriReading.start(new PatternReader(List.of("*")), exceptions);
            for (int c : uri.codePoints().toArray()) {
                reading = reading.next(c);
            }
            assertThat(!reading.excepting().isEmpty())
                    .as("%s on %s", pattern, uri)
                    .isEqualTo(expected);
            excepted += expected ? 1 : 0;
        }
        assertThat(excepted).isGreaterThan(1_000);
    }

    /** As the decider says of everything but that. */
    private static boolean isExcepted(String pattern, String uri) {
        var except = new Rule.Exceptions(null, null, List.of(pattern));
        var ruleSet = new RuleSetBuilder("set")
                .add(0, new Rule("s", null, null, null, List.of("*"), except), List.of(RandomGrants.SERVER))
                .build();
        Decision decision = Decider.decide(new Grants(List.of(ruleSet)), new Action.Resource(RandomGrants.SERVER, uri));
        return decision.equals(new Decision.Denied(Decision.Reason.EXCEPTED));
    }

    private static String text(Random random, String letters, int longest) {
        var text = new StringBuilder();
        for (int length = random.nextInt(longest + 1); length > 0; length--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }
}
