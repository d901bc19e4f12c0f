package dev.gatehouse.bench.fleet;

import dev.gatehouse.bench.subject.Jvm;
import dev.gatehouse.bench.subject.Readiness;
import dev.gatehouse.bench.subject.Scratch;
import dev.gatehouse.bench.subject.ServerProcess;
import dev.gatehouse.testbed.TestApiServer;
import dev.gatehouse.testbed.TestNamespace;
import io.fabric8.kubernetes.api.model.Secret;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** An API server, an operator and any number of gateways, all of them processes. Not thread-safe. */
final class GatewayFleet implements AutoCloseable {

    private static final String GATEWAY_SECRET = "gatehouse-gateway-tls";
    private static final int SECRET_SECONDS = 60;

    private final Jvm jvm;
    private final Path folder;
    private final TestApiServer server;
    private final TestNamespace watched;
    private final OperatorProcess operator;
    private final Deque<ServerProcess> gateways = new ArrayDeque<>();
    private int started;

    private GatewayFleet(Jvm jvm, Path folder, TestApiServer server) throws IOException {
        this.jvm = jvm;
        this.folder = folder;
        this.server = server;
        this.watched = server.freshNamespace("bench");
        TestNamespace system = server.freshNamespace("gatehouse-system");
        this.operator = OperatorProcess.start(jvm, folder, server.kubeconfig(), system.name(), watched.name());
        try {
            mount(system);
        } catch (IOException | RuntimeException e) {
            operator.close();
            throw e;
        }
    }

    static GatewayFleet start(Jvm jvm, Scratch scratch) throws IOException {
        TestApiServer server = TestApiServer.start();
        try {
            return new GatewayFleet(jvm, scratch.folder(), server);
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    TestNamespace namespace() {
        return watched;
    }

    OperatorProcess operator() {
        return operator;
    }

    List<InetSocketAddress> gateways() {
        return gateways.stream().map(ServerProcess::address).toList();
    }

    /** Starts a gateway; how long it took from the start of its process until it was ready. */
    Duration addGateway() {
        int port = ServerProcess.freePort();
        started++;
        List<String> command = jvm.command(
                "dev.gatehouse.gateway.cli.GatehouseCommand",
                List.of(
                        "serve",
                        "--listen",
                        "127.0.0.1:" + port,
                        "--audit",
                        folder.resolve("audit-" + started + ".jsonl").toString(),
                        "--name",
                        "gateway-" + started,
                        "--operator",
                        "127.0.0.1:" + operator.linkPort(),
                        "--operator-ca",
                        folder.resolve("ca.crt").toString(),
                        "--operator-cert",
                        folder.resolve("tls.crt").toString(),
                        "--operator-key",
                        folder.resolve("tls.key").toString()));
        long start = System.nanoTime();
        ServerProcess gateway = ServerProcess.start(command, folder.resolve("gateway-" + started + ".log"), port);
        new Readiness(gateway).await();
        gateways.add(gateway);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Ends the newest gateways until there are {@code count}. */
    void reduceTo(int count) {
        while (gateways.size() > count) {
            gateways.removeLast().close();
        }
    }

    /** Writes the files that a gateway's pod would find, as soon as the operator has made them. */
    private void mount(TestNamespace system) throws IOException {
        Secret secret = server.client()
                .secrets()
                .inNamespace(system.name())
                .withName(GATEWAY_SECRET)
                .waitUntilCondition(made -> made != null, SECRET_SECONDS, TimeUnit.SECONDS);
        for (Map.Entry<String, String> file : secret.getData().entrySet()) {
            Files.write(folder.resolve(file.getKey()), Base64.getDecoder().decode(file.getValue()));
        }
    }

    @Override
    public void close() {
        reduceTo(0);
        operator.close();
        server.close();
    }
}
