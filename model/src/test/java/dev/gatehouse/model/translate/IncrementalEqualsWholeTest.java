package dev.gatehouse.model.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.access.AccessConfig;
import dev.gatehouse.model.access.StateDigest;
import dev.gatehouse.model.resource.World;
import dev.gatehouse.model.translate.Quarantine.Trial;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The invariant of docs/adr/0002-whole-world-translation.md, tried on seeded random edits: whatever a translator remembers of
 * the worlds before, what it says of this one is what a new translator says.
 */
class IncrementalEqualsWholeTest {

    private static final int WORLDS = 20;
    private static final int EDITS = 40;

    @ParameterizedTest
    @EnumSource
    void whateverIsRememberedTheResultIsThatOfAWholeTranslation(Environment environment) {
        check(environment, world -> Trial.NONE);
    }

    @ParameterizedTest
    @EnumSource
    void soItIsWhileObjectsBreakTheTranslation(Environment environment) {
        check(environment, IncrementalEqualsWholeTest::nowAndThen);
    }

    private static void check(Environment environment, Function<World, Trial> breaking) {
        for (int seed = 0; seed < WORLDS; seed++) {
            var edits = new RandomEdits(seed);
            var trial = new AtomicReference<>(Trial.NONE);
            var remembering =
                    new Translator(environment, (resource, stage) -> trial.get().begin(resource, stage));
            for (int step = 0; step < EDITS; step++) {
                World world = edits.world();
                trial.set(breaking.apply(world));
                Translation actual = remembering.translate(world);
                Translation expected = new Translator(environment, trial.get()).translate(world);
                String what = "seed " + seed + ", step " + step;
                assertThat(actual.config()).as(what).isEqualTo(expected.config());
                assertThat(actual.findings()).as(what).isEqualTo(expected.findings());
                assertThat(actual.config().digest()).as(what).isEqualTo(fromScratch(actual.config()));
                edits.edit();
            }
        }
    }

    private static StateDigest fromScratch(AccessConfig config) {
        return AccessConfig.of(config.gateway(), config.servers(), config.principals())
                .digest();
    }

    /** Decided by what is judged and nothing else: the object alone, or the object and the servers. */
    private static Trial nowAndThen(World world) {
        int among = world.servers().size() % 2;
        return (resource, stage) -> {
            int fate = resource.key().toString().hashCode()
                    + (int) resource.metadata().generation();
            boolean breaks = switch (stage) {
                case ALONE -> fate % 8 == 0;
                case AMONG_OTHERS -> fate % 4 == among;
            };
            if (breaks) {
                throw new IllegalStateException("A bug, on purpose");
            }
        };
    }
}
