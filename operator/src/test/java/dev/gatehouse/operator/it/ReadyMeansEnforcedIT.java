package dev.gatehouse.operator.it;

import static dev.gatehouse.operator.it.Cluster.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testbed.ApiServerExtension;
import dev.gatehouse.testbed.TestApiServer;
import dev.gatehouse.testbed.TestNamespace;
import io.fabric8.kubernetes.client.Watch;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever waits for Ready may rely on it: at the very moment it is seen, every gateway decides as the object says. */
@ExtendWith(ApiServerExtension.class)
class ReadyMeansEnforcedIT {

    private static final int CLIENTS = 25;

    private final TestNamespace team;
    private final Cluster cluster;

    ReadyMeansEnforcedIT(TestApiServer server, TestNamespace team) {
        this.team = team;
        this.cluster = Cluster.of(server, team);
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void nobodyIsReadyBeforeEveryGatewayAdmitsThem() throws Exception {
        cluster.startOperator(0);
        var gateways = List.of(cluster.startGateway("one"), cluster.startGateway("two"));
        soon().until(() -> gateways.stream().allMatch(LinkedGateway::isReady));
        var tokens = new ConcurrentHashMap<String, String>();
        var early = new CopyOnWriteArrayList<String>();
        var ready = new CopyOnWriteArrayList<String>();
        try (Watch _ = Statuses.watchClients(team, object -> {
            String name = object.getMetadata().getName();
            if (Statuses.condition(object, "Ready").equals("True Ready")) {
                if (!gateways.stream().allMatch(gateway -> gateway.admits(tokens.getOrDefault(name, "")))) {
                    early.add(name);
                }
                ready.add(name);
            }
        })) {
            for (int i = 0; i < CLIENTS; i++) {
                String name = "client-" + i;
                tokens.put(name, name + "-0123456789abcdef");
                team.apply(Samples.client(name, tokens.get(name)));
            }
            soon().until(() -> ready.containsAll(tokens.keySet()));
        }
        assertThat(early).isEmpty();
    }

    @Test
    void changedRightsAreNotReadyBeforeEveryGatewayHasThem() throws Exception {
        team.apply(Samples.CLIENT_AND_SERVER);
        cluster.startOperator(0);
        var gateways = List.of(cluster.startGateway("one"), cluster.startGateway("two"));
        Map<Long, Boolean> enforcedWhenReady = new ConcurrentHashMap<>();
        try (Watch _ = Statuses.watchClients(team, object -> {
            if (Statuses.condition(object, "Ready").equals("True Ready")) {
                long generation = object.getMetadata().getGeneration();
                boolean enforced = gateways.stream()
                        .allMatch(gateway -> gateway.allows(team.name(), "cursor", "github", "tool-" + generation));
                enforcedWhenReady.putIfAbsent(generation, enforced || generation == 1);
            }
        })) {
            soon().until(() -> enforcedWhenReady.containsKey(1L));
            for (long generation = 2; generation <= 20; generation++) {
                team.apply(Samples.CLIENT_AND_SERVER.replace("[search]", "[tool-" + generation + "]"));
                long awaited = generation;
                soon().until(() -> enforcedWhenReady.containsKey(awaited));
            }
        }
        assertThat(enforcedWhenReady).doesNotContainValue(false);
    }

    @Test
    void withoutGatewaysNothingIsReady() throws Exception {
        team.apply(Samples.CLIENT_AND_SERVER);
        cluster.startOperator(0);

        soon().untilAsserted(() ->
                assertThat(Statuses.ready(team, "McpClient", "cursor")).isEqualTo("False Pending"));
        soon().untilAsserted(() ->
                assertThat(Statuses.ready(team, "McpClient", "cursor")).isEqualTo("False NoGateways"));
    }
}
