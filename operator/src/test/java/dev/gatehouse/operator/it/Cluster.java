package dev.gatehouse.operator.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.model.link.LinkProtocol;
import dev.gatehouse.model.option.HostPort;
import dev.gatehouse.operator.GatehouseOperator;
import dev.gatehouse.operator.OperatorOptions;
import dev.gatehouse.operator.lease.LeaseTimes;
import dev.gatehouse.operator.link.ListenOptions;
import dev.gatehouse.operator.pki.PkiPolicy;
import dev.gatehouse.operator.watch.WatchedNamespaces;
import dev.gatehouse.testbed.TestApiServer;
import dev.gatehouse.testbed.TestNamespace;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;

/** Operators and gateways of one test, in namespaces that nobody else uses. */
final class Cluster implements AutoCloseable {

    static final LeaseTimes QUICK =
            new LeaseTimes(Duration.ofSeconds(3), Duration.ofSeconds(2), Duration.ofMillis(500));

    private final TestApiServer server;
    private final TestNamespace system;
    private final WatchedNamespaces watched;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final int[] ports = {freePort(), freePort()};

    private Cluster(TestApiServer server, WatchedNamespaces watched) {
        this.server = server;
        this.system = server.freshNamespace("gatehouse-system");
        this.watched = watched;
    }

    /** Watches these namespaces only: other tests' objects are in others. */
    static Cluster of(TestApiServer server, TestNamespace... namespaces) {
        return new Cluster(
                server,
                WatchedNamespaces.of(
                        List.of(namespaces).stream().map(TestNamespace::name).toList()));
    }

    static Cluster ofAllNamespaces(TestApiServer server) {
        return new Cluster(server, WatchedNamespaces.ALL);
    }

    /** @param index 0 or 1: gateways know two addresses */
    GatehouseOperator startOperator(int index) throws Exception {
        return startOperator(index, Clock.systemUTC());
    }

    GatehouseOperator startOperator(int index, Config config) throws Exception {
        return opened(
                GatehouseOperator.start(config, options(index, Clock.systemUTC(), OperatorOptions.SESSION_KEY_TURN)));
    }

    GatehouseOperator startOperator(int index, Clock clock) throws Exception {
        return startOperator(index, clock, OperatorOptions.SESSION_KEY_TURN);
    }

    /** With keys that turn quickly. */
    GatehouseOperator startOperator(int index, Duration sessionKeyTurn) throws Exception {
        return startOperator(index, Clock.systemUTC(), sessionKeyTurn);
    }

    private GatehouseOperator startOperator(int index, Clock clock, Duration sessionKeyTurn) throws Exception {
        Config config = Config.fromKubeconfig(Files.readString(server.kubeconfig()));
        return opened(GatehouseOperator.start(config, options(index, clock, sessionKeyTurn)));
    }

    private OperatorOptions options(int index, Clock clock, Duration sessionKeyTurn) {
        return new OperatorOptions(
                watched,
                system.name(),
                new ListenOptions(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), ports[index]),
                        LinkProtocol.HEARTBEAT,
                        Duration.ofSeconds(5)),
                PkiPolicy.forNames(Set.of("127.0.0.1")),
                sessionKeyTurn,
                Optional.empty(),
                "gatehouse-operator",
                "operator-" + index + "_" + UUID.randomUUID(),
                QUICK,
                clock);
    }

    /** Waits for the certificate that the operator makes for gateways. */
    LinkedGateway startGateway(String name) throws Exception {
        return startGateway(name, Clock.systemUTC());
    }

    LinkedGateway startGateway(String name, Clock clock) throws Exception {
        return opened(LinkedGateway.start(name, Mount.of(mounted()), addresses(), clock));
    }

    /** As {@link #startGateway}, as a process of its own. */
    GatewayProcess startGatewayProcess(String name) throws Exception {
        return opened(GatewayProcess.start(name, Mount.of(mounted()), addresses()));
    }

    List<HostPort> addresses() {
        return List.of(new HostPort("127.0.0.1", ports[0]), new HostPort("127.0.0.1", ports[1]));
    }

    Map<String, byte[]> mounted() {
        var files = new HashMap<String, byte[]>();
        soon().untilAsserted(() -> ownSecret("gatehouse-gateway-tls")
                .forEach((key, value) -> files.put(key, Base64.getDecoder().decode(value))));
        return files;
    }

    /** The data of one of the operator's own Secrets, as it is stored. */
    Map<String, String> ownSecret(String name) {
        Secret secret = server.client()
                .secrets()
                .inNamespace(system.name())
                .withName(name)
                .get();
        assertThat(secret).isNotNull();
        return secret.getData();
    }

    String systemNamespace() {
        return system.name();
    }

    int port(int index) {
        return ports[index];
    }

    static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(10));
    }

    <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                throw new AssertionError("a part did not stop", e);
            }
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
