package dev.gatehouse.model.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.gatehouse.model.access.AccessConfig;
import dev.gatehouse.model.access.AccessDelta;
import dev.gatehouse.model.access.Action;
import dev.gatehouse.model.access.Decider;
import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.ServiceAccountId;
import dev.gatehouse.model.access.TokenGrant;
import dev.gatehouse.model.access.UpstreamServer;
import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.World;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds for every world, tried on seeded random ones. */
class TranslationPropertiesTest {

    private static final int WORLDS = 150;

    @Test
    void orderOfTheInputNeverMatters() {
        for (int seed = 0; seed < WORLDS; seed++) {
            var objects = new ArrayList<>(new RandomWorlds(seed).world().values());
            Translation expected = fresh(objects);
            Collections.shuffle(objects, new Random(seed));
            assertThat(fresh(objects)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    /** The exact statement is in docs/adr/0008-what-a-removal-may-bring-back.md. */
    @Test
    void removingAnObjectNeverGrantsWhatWasNotThePrincipalsOwn() {
        int regained = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            Map<ResourceKey, Resource> objects = new RandomWorlds(seed).world();
            Translation before = fresh(objects.values());
            for (ResourceKey removed : List.copyOf(objects.keySet())) {
                var rest = new HashMap<>(objects);
                rest.remove(removed);
                Translation after = fresh(rest.values());
                String what = "seed " + seed + " without " + removed;
                rightsOnlyNarrow(before.config(), after.config(), what);
                regained += tokensComeBackOnlyFromConflicts(before, after, what);
                regained += serviceAccountsComeBackOnlyFromConflicts(before, after, what);
                regained += serversComeBackOnlyFromConflicts(before, after, what);
            }
        }
        assertThat(regained)
                .as("conflicts that ended, so that the exception is tried as well")
                .isPositive();
    }

    @Test
    void unchangedPrincipalsKeepTheirInstances() {
        for (int seed = 0; seed < WORLDS; seed++) {
            Map<ResourceKey, Resource> objects = new RandomWorlds(seed).world();
            var translator = new Translator(Environment.CLUSTER);
            AccessConfig first =
                    translator.translate(World.of(objects.values(), Map.of())).config();
            AccessConfig second =
                    translator.translate(World.of(objects.values(), Map.of())).config();
            assertThat(second.principals()).hasSameSizeAs(first.principals());
            for (int i = 0; i < first.principals().size(); i++) {
                assertThat(second.principals().get(i))
                        .isSameAs(first.principals().get(i));
            }
        }
    }

    @Test
    void deltaLeadsFromAnyConfigurationToAnyOther() {
        for (int seed = 0; seed < WORLDS; seed++) {
            AccessConfig before = fresh(new RandomWorlds(seed).world().values()).config();
            AccessConfig after =
                    fresh(new RandomWorlds(seed + 1_000).world().values()).config();
            AccessDelta delta = AccessDelta.between(before, after);
            assertThat(delta.applyTo(before)).isEqualTo(after);
            assertThat(AccessDelta.between(after, after).isEmpty()).isTrue();
            assertThat(AccessConfig.of(after.gateway(), after.servers(), after.principals()))
                    .as("a digest kept up to date equals one made from scratch")
                    .isEqualTo(before.with(after.gateway(), after.servers(), after.principals()));
        }
    }

    private static void rightsOnlyNarrow(AccessConfig before, AccessConfig after, String what) {
        Map<PrincipalKey, Principal> earlier = byKey(before.principals(), Principal::key);
        List<Action> actions = actions();
        for (Principal now : after.principals()) {
            Grants had = Objects.requireNonNull(earlier.get(now.key())).grants();
            for (Action action : actions) {
                boolean widened = Decider.decide(now.grants(), action).isAllowed()
                        && !Decider.decide(had, action).isAllowed();
                if (widened) {
                    fail("%s: %s may now %s", what, now.key(), action);
                }
            }
        }
    }

    private static int tokensComeBackOnlyFromConflicts(Translation before, Translation after, String what) {
        int regained = 0;
        Map<PrincipalKey, Principal> earlier = byKey(before.config().principals(), Principal::key);
        for (Principal now : after.config().principals()) {
            var had = Objects.requireNonNull(earlier.get(now.key())).tokens().stream()
                    .map(TokenGrant::digest)
                    .toList();
            for (TokenGrant token : now.tokens()) {
                if (!had.contains(token.digest())) {
                    regained++;
                    assertThat(before.findings())
                            .as("%s: %s got %s", what, now.key(), token.name())
                            .anyMatch(finding -> finding.reason() == Reason.DUPLICATE_TOKEN
                                    && finding.resource()
                                            .name()
                                            .equals(now.key().name())
                                    && finding.resource()
                                            .namespace()
                                            .equals(now.key().namespace()));
                }
            }
        }
        return regained;
    }

    private static int serviceAccountsComeBackOnlyFromConflicts(Translation before, Translation after, String what) {
        int regained = 0;
        Map<PrincipalKey, Principal> earlier = byKey(before.config().principals(), Principal::key);
        for (Principal now : after.config().principals()) {
            var had = Objects.requireNonNull(earlier.get(now.key())).serviceAccounts();
            for (ServiceAccountId account : now.serviceAccounts()) {
                if (!had.contains(account)) {
                    regained++;
                    assertThat(before.findings())
                            .as("%s: %s got %s", what, now.key(), account)
                            .anyMatch(finding -> finding.reason() == Reason.DUPLICATE_TOKEN
                                    && finding.path().startsWith("spec.serviceAccounts")
                                    && finding.resource()
                                            .name()
                                            .equals(now.key().name()));
                }
            }
        }
        return regained;
    }

    private static int serversComeBackOnlyFromConflicts(Translation before, Translation after, String what) {
        int regained = 0;
        Map<ServerId, UpstreamServer> earlier = byKey(before.config().servers(), UpstreamServer::id);
        for (UpstreamServer now : after.config().servers()) {
            if (!earlier.containsKey(now.id())) {
                regained++;
                assertThat(before.findings())
                        .as("%s: %s is served", what, now.id())
                        .anyMatch(finding -> finding.reason() == Reason.NAME_CONFLICT
                                && finding.resource().name().equals(now.id().name())
                                && finding.resource()
                                        .namespace()
                                        .equals(now.id().namespace()));
            }
        }
        return regained;
    }

    private static List<Action> actions() {
        var actions = new ArrayList<Action>();
        for (String namespace : List.of("a", "b", "c")) {
            for (String name : List.of("s", "t", "u")) {
                var server = new ServerId(namespace, name);
                actions.add(new Action.Server(server));
                RandomWorlds.NAMES.forEach(tool -> actions.add(new Action.Tool(server, tool)));
                RandomWorlds.NAMES.forEach(prompt -> actions.add(new Action.Prompt(server, prompt)));
                RandomWorlds.URIS.forEach(uri -> actions.add(new Action.Resource(server, uri)));
            }
        }
        return actions;
    }

    private static <K, T> Map<K, T> byKey(List<T> list, Function<T, K> key) {
        return list.stream().collect(Collectors.toMap(key, Function.identity()));
    }

    private static Translation fresh(Collection<Resource> objects) {
        return new Translator(Environment.CLUSTER).translate(World.of(objects, Map.of()));
    }
}
