package dev.gatehouse.operator.it;

import static dev.gatehouse.operator.it.Cluster.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.operator.GatehouseOperator;
import dev.gatehouse.testbed.ApiServerExtension;
import dev.gatehouse.testbed.TestApiServer;
import dev.gatehouse.testbed.TestNamespace;
import io.fabric8.kubernetes.client.Config;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An API server that goes away and comes back. */
@ExtendWith(ApiServerExtension.class)
class ApiServerOutageIT {

    private final TestApiServer server;
    private final TestNamespace team;
    private final Cluster cluster;

    ApiServerOutageIT(TestApiServer server, TestNamespace team) {
        this.server = server;
        this.team = team;
        this.cluster = Cluster.of(server, team);
        team.apply(Samples.CLIENT_AND_SERVER);
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void gatewaysKeepWhatTheyHaveAndTheOperatorCatchesUp() throws Exception {
        ApiServerDoor door = door();
        GatehouseOperator operator = cluster.startOperator(0, through(door));
        LinkedGateway gateway = cluster.startGateway("one");
        soon().until(() -> gateway.admits(Samples.TOKEN));

        door.shut();
        soon().failFast("the gateway has not gone on as before", () -> !goesOn(gateway))
                .until(() -> !operator.isLeading());
        team.apply(Samples.client("meanwhile", "meanwhile-0123456789abcdef"));
        team.server()
                .client()
                .secrets()
                .inNamespace(team.name())
                .withName("cursor-token")
                .delete();
        soon().failFast("the gateway has not gone on as before", () -> !goesOn(gateway))
                .during(Duration.ofSeconds(2))
                .until(operator::isAlive);

        door.open();
        soon().until(operator::isLeading);
        soon().until(() -> gateway.admits("meanwhile-0123456789abcdef") && !gateway.admits(Samples.TOKEN));
        soon().untilAsserted(() ->
                assertThat(Statuses.ready(team, "McpClient", "meanwhile")).isEqualTo("True Ready"));
    }

    @Test
    void operatorThatStartsFirstWaits() throws Exception {
        ApiServerDoor door = door();
        door.shut();
        Config config = through(door);
        Thread starting = Thread.ofVirtual().start(() -> {
            try {
                cluster.startOperator(0, config);
            } catch (Exception e) {
                throw new AssertionError("the operator did not start", e);
            }
        });
        await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(5)).until(starting::isAlive);

        door.open();

        soon().until(() -> !starting.isAlive());
        LinkedGateway gateway = cluster.startGateway("one");
        soon().until(() -> gateway.admits(Samples.TOKEN));
    }

    private static boolean goesOn(LinkedGateway gateway) {
        return gateway.admits(Samples.TOKEN) && gateway.isReady();
    }

    private ApiServerDoor door() throws Exception {
        URI url = server.client().getMasterUrl().toURI();
        return cluster.opened(
                new ApiServerDoor(new InetSocketAddress(InetAddress.getByName(url.getHost()), url.getPort())));
    }

    private Config through(ApiServerDoor door) throws Exception {
        URI url = server.client().getMasterUrl().toURI();
        String kubeconfig = Files.readString(server.kubeconfig());
        return Config.fromKubeconfig(kubeconfig.replace(":" + url.getPort(), ":" + door.port()));
    }
}
