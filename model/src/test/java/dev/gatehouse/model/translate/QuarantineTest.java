package dev.gatehouse.model.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.resource.AllowedNamespaces;
import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.World;
import dev.gatehouse.model.translate.Quarantine.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A bug in translating one object is that object's affair. */
class QuarantineTest {

    private static final int WORLDS = 150;

    private @Nullable ResourceKey broken;
    private Stage at = Stage.ALONE;
    private String how = "first";

    @Test
    void objectThatBreaksTheTranslationIsRefusedAsAnInvalidOneAndNothingElseChanges() {
        for (int seed = 0; seed < WORLDS; seed++) {
            Map<ResourceKey, Resource> objects = new RandomWorlds(seed).world();
            for (Resource resource : List.copyOf(objects.values())) {
                Resource invalid = SpoiltObjects.invalid(resource);
                if (invalid != null) {
                    broken = resource.key();
                    Translation actual = translator().translate(world(objects));
                    var spoilt = new LinkedHashMap<>(objects);
                    spoilt.put(resource.key(), invalid);
                    Translation expected = new Translator(Environment.CLUSTER).translate(world(spoilt));
                    String what = "seed " + seed + ", " + broken;
                    assertThat(actual.config()).as(what).isEqualTo(expected.config());
                    assertThat(others(actual)).as(what).isEqualTo(others(expected));
                    assertThat(own(actual)).as(what).containsExactly(Reason.INTERNAL_ERROR);
                }
            }
        }
    }

    @Test
    void principalThatBreaksAmongOthersAuthenticatesNobodyAndLosesWhatItHad() {
        int lost = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            Map<ResourceKey, Resource> objects = new RandomWorlds(seed).world();
            Translator translator = translator();
            broken = null;
            for (Principal before :
                    translator.translate(world(objects)).config().principals()) {
                if (!before.tokens().isEmpty() && !before.grants().ruleSets().isEmpty()) {
                    broken = keyOf(objects, before);
                }
            }
            at = Stage.AMONG_OTHERS;
            Resource server = SpoiltObjects.server("new", AllowedNamespaces.SAME);
            objects.put(server.key(), server); // so that rights are asked about again
            for (Principal principal :
                    translator.translate(world(objects)).config().principals()) {
                if (keyOf(objects, principal).equals(broken)) {
                    assertThat(principal.tokens()).as("seed %d", seed).isEmpty();
                    assertThat(principal.serviceAccounts()).isEmpty();
                    assertThat(principal.grants().ruleSets()).isEmpty();
                    lost++;
                }
            }
        }
        assertThat(lost).isGreaterThan(WORLDS / 4);
    }

    @Test
    void principalThatNoLongerBreaksIsServedAgain() {
        Map<ResourceKey, Resource> objects = new RandomWorlds(1).world();
        Translation expected = new Translator(Environment.CLUSTER).translate(world(objects));
        for (Resource resource : List.copyOf(objects.values())) {
            broken = resource.key();
            Translator translator = translator();
            translator.translate(world(objects));
            broken = null;
            objects.put(resource.key(), SpoiltObjects.copy(resource));
            Translation mended = translator.translate(world(objects));
            assertThat(mended.config()).as(resource.key().toString()).isEqualTo(expected.config());
            assertThat(mended.findings()).as(resource.key().toString()).isEqualTo(expected.findings());
        }
    }

    @Test
    void bugIsHandedOutOnceForEachStateOfItsObject() {
        for (Stage stage : Stage.values()) {
            Map<ResourceKey, Resource> objects = new RandomWorlds(3).world();
            at = stage;
            Resource principal = objects.values().stream()
                    .filter(SpoiltObjects::isPrincipal)
                    .findFirst()
                    .orElseThrow();
            broken = principal.key();
            Translator translator = translator();

            assertThat(thrown(translator, objects)).containsExactly("first");
            how = "second";
            assertThat(thrown(translator, objects)).isEmpty();
            objects.put(principal.key(), SpoiltObjects.copy(principal));
            assertThat(thrown(translator, objects)).containsExactly("second");
            how = "first";
        }
    }

    @Test
    void bugThatComesBackAfterItWasGoneIsHandedOutAgain() {
        Map<ResourceKey, Resource> objects = new RandomWorlds(3).world();
        ResourceKey gateway = SpoiltObjects.gateway().key();
        objects.put(gateway, SpoiltObjects.gateway());
        Translator translator = translator();
        for (int round = 0; round < 3; round++) {
            broken = gateway;
            assertThat(thrown(translator, objects)).containsExactly("first");
            broken = null;
            assertThat(thrown(translator, objects)).isEmpty();
        }
    }

    @Test
    void selectorThatCannotBeEvaluatedRefusesItsOwnerAndNobodyWhoRefersToIt() {
        World world = SpoiltObjects.worldWithASelectorWithoutOperator();

        Translation translation = new Translator(Environment.CLUSTER).translate(world);

        assertThat(translation.bugs()).extracting(bug -> bug.resource().name()).containsExactly("poisoned", "guide");
        assertThat(translation.config().servers())
                .extracting(server -> server.id().name())
                .containsExactly("sound");
        assertThat(translation.config().principals()).singleElement().satisfies(client -> {
            assertThat(client.tokens()).hasSize(1);
            assertThat(client.grants().ruleSets()).hasSize(1);
        });
        assertThat(translation.findings())
                .filteredOn(finding -> finding.resource().name().equals("caller"))
                .extracting(Finding::reason)
                .containsExactly(Reason.REF_NOT_PERMITTED, Reason.REF_NOT_PERMITTED);
    }

    @Test
    void findingSaysWhatToDoAndNothingOfWhatWasThrown() {
        Map<ResourceKey, Resource> objects = new RandomWorlds(3).world();
        broken = objects.keySet().iterator().next();

        assertThat(translator().translate(world(objects)).findings())
                .filteredOn(finding -> finding.reason() == Reason.INTERNAL_ERROR)
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .contains("report", "other objects are unaffected")
                        .doesNotContain(how));
    }

    private Translator translator() {
        return new Translator(Environment.CLUSTER, (resource, stage) -> {
            if (resource.key().equals(broken) && stage == at) {
                throw new IllegalStateException(how);
            }
        });
    }

    private static List<String> thrown(Translator translator, Map<ResourceKey, Resource> objects) {
        var messages = new ArrayList<String>();
        translator
                .translate(world(objects))
                .bugs()
                .forEach(bug -> messages.add(String.valueOf(bug.thrown().getMessage())));
        return messages;
    }

    private static World world(Map<ResourceKey, Resource> objects) {
        return World.of(objects.values(), Map.of());
    }

    private List<Finding> others(Translation translation) {
        return translation.findings().stream()
                .filter(finding -> !finding.resource().equals(broken))
                .toList();
    }

    private List<Reason> own(Translation translation) {
        return translation.findings().stream()
                .filter(finding -> finding.resource().equals(broken))
                .map(Finding::reason)
                .toList();
    }

    private static ResourceKey keyOf(Map<ResourceKey, Resource> objects, Principal principal) {
        return objects.values().stream()
                .filter(SpoiltObjects::isPrincipal)
                .filter(object -> object.uid().equals(principal.uid()))
                .findFirst()
                .orElseThrow()
                .key();
    }
}
