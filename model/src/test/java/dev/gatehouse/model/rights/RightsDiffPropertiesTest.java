package dev.gatehouse.model.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.access.Action;
import dev.gatehouse.model.access.Decider;
import dev.gatehouse.model.access.Glob;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.translate.RandomWorlds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The answers of this package against trying everything, on seeded random worlds. */
class RightsDiffPropertiesTest {

    private static final int WORLDS = 400;
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private record Right(PrincipalKey principal, ServerId server, RightsKind kind, String name) {}

    @Test
    void everyRightThatComesOrGoesIsTold() {
        int told = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            Map<ResourceKey, Resource> objects = new RandomWorlds(seed).world();
            AccessView before = Views.of(objects.values());
            AccessView now = Views.of(edited(objects, seed).values());
            RightsDiff diff = RightsDiff.between(before, now);
            Set<Right> had = rights(before);
            Set<Right> has = rights(now);
            var either = new HashSet<>(had);
            either.addAll(has);
            for (Right right : either) {
                boolean gained = has.contains(right) && !had.contains(right);
                boolean lost = had.contains(right) && !has.contains(right);
                if (gained || lost) {
                    told++;
                    assertThat(tells(diff, right, gained))
                            .as("seed %d %s", seed, right)
                            .isTrue();
                    assertThat(!gained || diff.widens())
                            .as("seed %d %s", seed, right)
                            .isTrue();
                }
            }
        }
        assertThat(told).isGreaterThan(1_000);
    }

    @Test
    void everyExampleIsTrue() {
        int examples = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            Map<ResourceKey, Resource> objects = new RandomWorlds(seed).world();
            AccessView before = Views.of(objects.values());
            AccessView now = Views.of(edited(objects, seed).values());
            for (PrincipalChange change : RightsDiff.between(before, now).principals()) {
                for (RightsChange rights : change.rights()) {
                    if (rights instanceof RightsChange.Names names) {
                        examples++;
                        AccessView with = names.gained() ? now : before;
                        AccessView without = names.gained() ? before : now;
                        assertThat(actions(names))
                                .as("seed %d %s", seed, names)
                                .anyMatch(action -> may(with, change.principal(), action)
                                        && !may(without, change.principal(), action));
                    }
                }
            }
        }
        assertThat(examples).isGreaterThan(300);
    }

    @Test
    void nothingDiffersFromItself() {
        for (int seed = 0; seed < WORLDS; seed++) {
            Map<ResourceKey, Resource> objects = new RandomWorlds(seed).world();
            RightsDiff diff = RightsDiff.between(Views.of(objects.values()), Views.of(objects.values()));
            assertThat(diff.isEmpty()).isTrue();
            assertThat(diff.widens()).isFalse();
        }
    }

    @Test
    void matrixAndInquiryAgree() {
        for (int seed = 0; seed < WORLDS; seed++) {
            AccessView view = Views.of(new RandomWorlds(seed).world().values());
            RightsMatrix matrix = RightsMatrix.of(view, key -> true, server -> true);
            for (RightsMatrix.Row row : matrix.rows()) {
                for (int i = 0; i < matrix.servers().size(); i++) {
                    RightsMatrix.Cell cell = row.cells().get(i);
                    for (String name : RandomWorlds.NAMES) {
                        var inquiry = new Inquiry(
                                row.principal(), matrix.servers().get(i).key(), RightsKind.TOOLS, name);
                        assertThat(inquiry.answer(view, NOW) instanceof Answer.Allowed)
                                .as("seed %d %s", seed, inquiry)
                                .isEqualTo(covers(cell.tools(), name));
                    }
                }
            }
        }
    }

    private static boolean covers(Reach reach, String name) {
        return switch (reach) {
            case Reach.Everything _ -> true;
            case Reach.Nothing _ -> false;
            case Reach.Some some ->
                some.parts().stream()
                        .anyMatch(part -> matchesAny(part.patterns(), name) && !matchesAny(part.exceptions(), name));
        };
    }

    private static boolean matchesAny(List<String> patterns, String name) {
        return patterns.stream().anyMatch(pattern -> Glob.of(pattern).matches(name));
    }

    private static boolean tells(RightsDiff diff, Right right, boolean gained) {
        return diff.principals().stream()
                .filter(change -> change.principal().equals(right.principal()))
                .flatMap(change -> change.rights().stream())
                .filter(change -> change.gained() == gained && change.server().equals(right.server()))
                .anyMatch(change -> switch (change) {
                    case RightsChange.Names names -> names.kind() == right.kind();
                    case RightsChange.Unclear unclear -> unclear.kind() == right.kind();
                    case RightsChange.Visibility _ -> false;
                });
    }

    private static Set<Right> rights(AccessView view) {
        var rights = new HashSet<Right>();
        view.principals()
                .forEach(principal -> view.served().keySet().forEach(server -> {
                    for (RightsKind kind : RightsKind.values()) {
                        for (String name : kind == RightsKind.RESOURCES ? RandomWorlds.URIS : RandomWorlds.NAMES) {
                            if (may(
                                    view,
                                    principal.key(),
                                    kind.actions(server, name).getFirst())) {
                                rights.add(new Right(principal.key(), server, kind, name));
                            }
                        }
                    }
                }));
        return rights;
    }

    private static boolean may(AccessView view, PrincipalKey principal, Action action) {
        return view.served().containsKey(action.server())
                && Decider.decide(view.effective(principal), action).isAllowed();
    }

    private static List<Action> actions(RightsChange.Names names) {
        return names.kind().actions(names.server(), names.example());
    }

    /** A few objects come, go or are written anew. */
    private static Map<ResourceKey, Resource> edited(Map<ResourceKey, Resource> objects, int seed) {
        var worlds = new RandomWorlds(seed + 10_000L);
        var edited = new LinkedHashMap<>(objects);
        for (int i = 0; i < 4; i++) {
            if (i % 2 == 0 && !edited.isEmpty()) {
                edited.remove(worlds.pick(new ArrayList<>(edited.keySet())));
            }
            Resource resource = worlds.resource();
            edited.put(resource.key(), resource);
        }
        return edited;
    }
}
