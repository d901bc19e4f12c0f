package dev.gatehouse.operator.it;

import dev.gatehouse.operator.cli.OperatorCommand;
import dev.gatehouse.testbed.TestApiServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A real {@code gatehouse-operator} process. */
final class OperatorProcess implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final int management;

    private OperatorProcess(Process process, int management) {
        this.process = process;
        this.management = management;
    }

    static OperatorProcess start(TestApiServer server, Cluster cluster, String watched, int index) throws IOException {
        int management = Cluster.freePort();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OperatorCommand.class.getName(),
                        "--kubeconfig=" + server.kubeconfig(),
                        "--namespaces=" + watched,
                        "--operator-namespace=" + cluster.systemNamespace(),
                        "--link-listen=127.0.0.1:" + cluster.port(index),
                        "--link-names=127.0.0.1",
                        "--management-listen=127.0.0.1:" + management,
                        "--lease-duration=3s",
                        "--renew-deadline=2s",
                        "--retry-period=500ms")
                .inheritIO()
                .start();
        return cluster.opened(new OperatorProcess(process, management));
    }

    /** What {@code /readyz} says, such as {@code leader}; empty while it does not say. */
    String readiness() {
        try {
            HttpResponse<String> answer = get("/readyz");
            return answer.statusCode() == 200 ? answer.body().strip() : "";
        } catch (IOException e) {
            return "";
        }
    }

    String metrics() throws IOException {
        return get("/metrics").body();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    int terminate() throws InterruptedException {
        process.destroy();
        return process.waitFor(30, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        http.close();
    }

    private HttpResponse<String> get(String path) throws IOException {
        try {
            var uri = URI.create("http://127.0.0.1:" + management + path);
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}
