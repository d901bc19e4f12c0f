package dev.gatehouse.model.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "get_*, get_issue, true",
                "get_*, get_, true",
                "get_*, forget_issue, false",
                "*_issue, get_issue, true",
                "*_issue, get_issues, false",
                "a*b*c, abc, true",
                "a*b*c, a-b-b-c, true",
                "a*b*c, acb, false",
                "ab*ba, aba, false",
                "a*a, a, false",
                "a*a, aa, true",
                "**, anything, true",
                "*, \"\", true",
                "get, get, true",
                "get, GET, false",
                "\"\", \"\", true",
                "\"\", x, false",
                "get_?, get_x, false",
                "get_[ab], get_a, false",
                "get_., get_x, false",
                "get_*, get_Ω, true"
            })
    void matchesByLiteralPartsAndStars(String pattern, String text, boolean matches) {
        assertThat(Glob.of(pattern).matches(text)).isEqualTo(matches);
    }

    @Test
    void composedAndDecomposedLettersAreDifferentNames() {
        assertThat(Glob.of("caf\u00e9*").matches("cafe\u0301s")).isFalse();
    }

    @Test
    void agreesWithAnEquivalentRegularExpressionOnRandomText() {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String pattern = word(random, "ab*", 6);
            String text = word(random, "ab", 8);
            String regex = pattern.chars()
                    .mapToObj(c -> c == '*' ? ".*" : Pattern.quote(Character.toString(c)))
                    .collect(Collectors.joining());
            assertThat(Glob.of(pattern).matches(text))
                    .as("%s on %s", pattern, text)
                    .isEqualTo(text.matches(regex));
        }
    }

    @Test
    void aGlobThatCoversAnotherMatchesWhateverTheOtherMatches() {
        var random = new Random(8);
        for (int i = 0; i < 20_000; i++) {
            Glob wide = Glob.of(word(random, "ab*", 5));
            Glob narrow = Glob.of(word(random, "ab*", 5));
            String text = word(random, "ab", 6);
            if (wide.covers(narrow.pattern()) && narrow.matches(text)) {
                assertThat(wide.matches(text))
                        .as("%s %s %s", wide, narrow, text)
                        .isTrue();
            }
        }
    }

    @Test
    void manyStarsDoNotExplode() {
        Glob glob = Glob.of("a*".repeat(100) + "b");
        String text = "a".repeat(4_000);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(2), () -> glob.matches(text));
    }

    private static String word(Random random, String letters, int maxLength) {
        int length = random.nextInt(maxLength + 1);
        return random.ints(length, 0, letters.length())
                .mapToObj(i -> letters.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}
