package dev.gatehouse.bench.fleet;

import dev.gatehouse.bench.subject.Jvm;
import dev.gatehouse.bench.subject.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The operator as it is shipped, and what it says of itself at {@code /metrics}. */
record OperatorProcess(ServerProcess process, int linkPort, HttpClient http) implements AutoCloseable {

    private static final String NAME = "gatehouse_operator_";
    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final Duration LIMIT = Duration.ofMinutes(10);

    static OperatorProcess start(Jvm jvm, Path folder, Path kubeconfig, String ownNamespace, String watched) {
        int link = ServerProcess.freePort();
        int management = ServerProcess.freePort();
        List<String> command = jvm.command(
                "dev.gatehouse.operator.cli.OperatorCommand",
                List.of(
                        "--kubeconfig",
                        kubeconfig.toString(),
                        "--operator-namespace",
                        ownNamespace,
                        "--namespaces",
                        watched,
                        "--link-listen",
                        "127.0.0.1:" + link,
                        "--link-names",
                        "127.0.0.1",
                        "--management-listen",
                        "127.0.0.1:" + management));
        ServerProcess process = ServerProcess.start(command, folder.resolve("operator.log"), management);
        return new OperatorProcess(process.awaitListening(), link, HttpClient.newHttpClient());
    }

    /** Waits until it knows so many clients and has written no status for three seconds. */
    void awaitQuiet(int clients) throws InterruptedException {
        long limit = System.nanoTime() + LIMIT.toNanos();
        double writes = -1;
        long since = System.nanoTime();
        while (System.nanoTime() - since < QUIET.toNanos()) {
            if (System.nanoTime() > limit || !process.isAlive()) {
                throw process.failure("does not come to rest");
            }
            TimeUnit.MILLISECONDS.sleep(100);
            double now = metric("objects{kind=\"McpClient\"}") == clients ? metric("status_writes_total") : -1;
            if (now != writes || now < 0) {
                writes = now;
                since = System.nanoTime();
            }
        }
    }

    /** How often it has translated the world, and for how long altogether. */
    Rebuilds rebuilds() throws InterruptedException {
        return new Rebuilds(metric("rebuilds_total"), metric("rebuild_seconds_total"));
    }

    record Rebuilds(double count, double seconds) {

        double meanMillisSince(Rebuilds before) {
            return (seconds - before.seconds) * 1e3 / (count - before.count);
        }
    }

    /** -1 when it says nothing of it yet. */
    private double metric(String name) throws InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + process.address().getPort() + "/metrics");
        try {
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> line.startsWith(NAME + name + " "))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .findFirst()
                    .orElse(-1);
        } catch (IOException e) {
            throw process.failure("does not answer at /metrics");
        }
    }

    @Override
    public void close() {
        process.close();
        http.close();
    }
}
