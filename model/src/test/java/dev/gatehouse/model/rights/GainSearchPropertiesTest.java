package dev.gatehouse.model.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.access.Decider;
import dev.gatehouse.model.access.Grants;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The comparison over all names against trying many, on seeded random rights. */
class GainSearchPropertiesTest {

    private static final int PAIRS = 1_500;
    private static final List<String> NAMES = everyText("abx", 5);
    private static final List<String> URIS = uris();

    @Test
    void toolsAreGainedExactlyWhenSomeNameIs() {
        int lifted = 0;
        for (int seed = 0; seed < PAIRS; seed++) {
            Grants before = new RandomGrants(2L * seed).next();
            Grants now = new RandomGrants(2L * seed + 1).next();
            Gain gain = GainSearch.between(before, now, RandomGrants.SERVER, RightsKind.TOOLS);
            assertThat(gain).as("seed %d", seed).isNotInstanceOf(Gain.Unknown.class);
            assertThat(gain instanceof Gain.Something)
                    .as("seed %d: %s", seed, gain)
                    .isEqualTo(NAMES.stream().anyMatch(name -> isNew(before, now, RightsKind.TOOLS, name)));
            lifted += confirmed(gain, before, now, RightsKind.TOOLS, seed);
        }
        assertThat(lifted).as("gains that only lifted exceptions bring").isGreaterThan(5);
    }

    @Test
    void noWideningOfResourcesIsMissedAndNoneIsInvented() {
        int unknown = 0;
        int something = 0;
        for (int seed = 0; seed < PAIRS; seed++) {
            Grants before = new RandomGrants(2L * seed).next();
            Grants now = new RandomGrants(2L * seed + 1).next();
            Gain gain = GainSearch.between(before, now, RandomGrants.SERVER, RightsKind.RESOURCES);
            if (gain instanceof Gain.Nothing) {
                assertThat(URIS).as("seed %d", seed).noneMatch(uri -> isNew(before, now, RightsKind.RESOURCES, uri));
            }
            confirmed(gain, before, now, RightsKind.RESOURCES, seed);
            unknown += gain instanceof Gain.Unknown ? 1 : 0;
            something += gain instanceof Gain.Something ? 1 : 0;
        }
        assertThat(something).isGreaterThan(300);
        assertThat(unknown).as("undecided").isLessThan(PAIRS / 20);
    }

    @Test
    void nothingIsGainedWithoutAChange() {
        for (int seed = 0; seed < PAIRS; seed++) {
            Grants grants = new RandomGrants(seed).next();
            for (RightsKind kind : RightsKind.values()) {
                assertThat(GainSearch.between(grants, grants, RandomGrants.SERVER, kind))
                        .isInstanceOf(Gain.Nothing.class);
            }
        }
    }

    /** 1 if there is something without a pattern that brings it. */
    private static int confirmed(Gain gain, Grants before, Grants now, RightsKind kind, int seed) {
        if (gain instanceof Gain.Something something) {
            assertThat(isNew(before, now, kind, something.example()))
                    .as("seed %d: %s", seed, gain)
                    .isTrue();
            return something.patterns().isEmpty() ? 1 : 0;
        }
        return 0;
    }

    private static boolean isNew(Grants before, Grants now, RightsKind kind, String name) {
        return kind.actions(RandomGrants.SERVER, name).stream()
                .anyMatch(action -> Decider.decide(now, action).isAllowed()
                        && !Decider.decide(before, action).isAllowed());
    }

    private static List<String> uris() {
        var uris = new ArrayList<String>();
        for (String root :
                List.of("", "b", "r://", "r://a/", "r://a/b", "q://a/b", "r://a/../", "r://a/{", "r://a/b?")) {
            everyText("bx/:?%3A{}", 2).forEach(rest -> uris.add(root + rest));
            for (String rest : List.of("b%3Ax", "b%3A", "%3A", "x/b", "x/b/", "x?b", "b?b", "x%3Ab", "%62", "b/?x")) {
                uris.add(root + rest);
            }
        }
        return uris;
    }

    private static List<String> everyText(String letters, int longest) {
        var texts = new ArrayList<String>();
        texts.add("");
        for (int at = 0; at < texts.size() && texts.get(at).length() < longest; at++) {
            String begin = texts.get(at);
            letters.codePoints().forEach(letter -> texts.add(begin + Character.toString(letter)));
        }
        return texts;
    }
}
