package dev.gatehouse.operator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.resource.Kind;
import dev.gatehouse.model.resource.McpClient;
import dev.gatehouse.model.resource.McpClientSpec;
import dev.gatehouse.model.resource.ObjectMeta;
import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.Secret;
import dev.gatehouse.model.resource.SecretValue;
import dev.gatehouse.model.resource.World;
import dev.gatehouse.model.translate.Finding;
import dev.gatehouse.model.translate.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LiveWorldTest {

    private final LiveWorld live = new LiveWorld();

    @Test
    void objectThatTheWatchRepeatsKeepsItsInstance() {
        live.apply(List.of(put(client("a", "first")), put(client("b", "first"))));
        World before = live.world();

        assertThat(live.apply(List.of(put(client("a", "first"))))).isEmpty();
        assertThat(live.world()).isSameAs(before);
    }

    @Test
    void changedObjectIsNewAndTheOthersKeepTheirInstances() {
        live.apply(List.of(put(client("a", "first")), put(client("b", "first"))));
        World before = live.world();

        assertThat(live.apply(List.of(put(client("a", "second"))))).containsExactly(key("a"));
        assertThat(live.world().clients().get(1)).isSameAs(before.clients().get(1));
        assertThat(live.world().clients().getFirst().spec().description()).isEqualTo("second");
        assertThat(live.world().secrets()).isSameAs(before.secrets());
    }

    @Test
    void goneObjectIsGoneAndGoingAgainIsNoNews() {
        live.apply(List.of(put(client("a", "first"))));

        assertThat(live.apply(List.of(new Change.Gone(key("a"))))).containsExactly(key("a"));
        assertThat(live.apply(List.of(new Change.Gone(key("a"))))).isEmpty();
        assertThat(live.world().clients()).isEmpty();
    }

    @Test
    void objectThatCannotBeReadAnyMoreLosesWhatItSaidBefore() {
        live.apply(List.of(put(client("a", "first"))));
        var finding = new Finding(key("a"), "spec", Reason.INVALID, "spec.allow has no value.");

        live.apply(List.of(new Change.Refused(new Change.Incarnation("uid", 2), finding)));

        assertThat(live.world().clients()).isEmpty();
        assertThat(live.refused()).containsOnlyKeys(key("a"));
        live.apply(List.of(put(client("a", "second"))));
        assertThat(live.refused()).isEmpty();
    }

    @Test
    void anySequenceOfChangesGivesTheSortedWorldOfWhatIsLeft() {
        var random = new Random(7);
        var expected = new TreeMap<ResourceKey, Resource>();
        for (int round = 0; round < 200; round++) {
            var changes = new ArrayList<Change>();
            for (int i = 0; i < random.nextInt(10); i++) {
                String name = "client-" + random.nextInt(40);
                if (random.nextInt(3) == 0) {
                    changes.add(new Change.Gone(key(name)));
                    expected.remove(key(name));
                } else {
                    McpClient client = client(name, "round " + round + " " + i);
                    changes.add(put(client));
                    expected.put(key(name), client);
                }
            }
            live.apply(changes);
            assertThat(live.world()).isEqualTo(World.of(expected.values(), Map.of()));
        }
    }

    @Test
    void watchedSecretCountsForMoreThanAnUnlabelledOneOfItsName() {
        var unlabelled = new Secret(ObjectMeta.of("team-a", "token"), Map.of());
        var watched = new Secret(
                new ObjectMeta("token", "team-a", null, 1, null, Map.of(Secret.LABEL, "true")),
                Map.of("token", SecretValue.of("value")));
        live.setUnlabelled(Map.of(unlabelled.key(), unlabelled));
        assertThat(live.world().secrets()).containsExactly(unlabelled);

        live.apply(List.of(put(watched)));

        assertThat(live.world().secrets()).containsExactly(watched);
    }

    @Test
    void inboxKeepsTheLastChangeOfAnObject() throws InterruptedException {
        var inbox = new Inbox();
        inbox.add(put(client("a", "first")));
        inbox.add(new Change.Gone(key("a")));
        inbox.add(put(client("a", "second")));

        assertThat(inbox.take()).containsExactly(put(client("a", "second")));
    }

    private static Change put(Resource resource) {
        return new Change.Put(resource);
    }

    private static McpClient client(String name, String description) {
        return new McpClient(
                ObjectMeta.of("team-a", name),
                new McpClientSpec(description, null, null, null, null, null, null, false));
    }

    private static ResourceKey key(String name) {
        return new ResourceKey(Kind.MCP_CLIENT, "team-a", name);
    }
}
