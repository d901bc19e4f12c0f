package dev.gatehouse.examples.walkthrough;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The gateway as a user starts it: {@code bin/gatehouse serve}, its audit on standard output, its log on standard error. */
final class GatewayProcess implements AutoCloseable {

    private static final Duration START_BOUND = Duration.ofSeconds(60);

    /** A graceful end takes an instant; writing an ahead-of-time cache at the end takes longer. */
    private static final Duration STOP_BOUND = Duration.ofSeconds(60);

    private final Process process;
    private final URI url;
    private final Path audit;
    private final Path log;

    private GatewayProcess(Process process, URI url, Path audit, Path log) {
        this.process = process;
        this.url = url;
        this.audit = audit;
        this.log = log;
    }

    /** Starts the gateway on a folder of manifests and returns when it is ready; what it writes goes beside them. */
    static GatewayProcess start(Path repository, Path manifests, int port) throws IOException, InterruptedException {
        Path audit = manifests.resolveSibling(manifests.getFileName() + "-audit.jsonl");
        Path log = manifests.resolveSibling(manifests.getFileName() + "-gateway.log");
        String listen = "127.0.0.1:" + port;
        Process process = new ProcessBuilder(
                        repository.resolve("bin/gatehouse").toString(),
                        "serve",
                        "--manifests",
                        manifests.toString(),
                        "--listen",
                        listen)
                .redirectOutput(audit.toFile())
                .redirectError(log.toFile())
                .start();
        GatewayProcess gateway = new GatewayProcess(process, URI.create("http://" + listen + "/mcp"), audit, log);
        gateway.awaitReady();
        return gateway;
    }

    URI url() {
        return url;
    }

    Path log() {
        return log;
    }

    /** The audit file. */
    Path audit() {
        return audit;
    }

    List<String> auditLines() throws IOException {
        return Files.readAllLines(audit);
    }

    /** Waits until the process ends by itself. */
    void join() throws InterruptedException {
        process.waitFor();
    }

    @Override
    public void close() {
        stop();
    }

    /** Ends the process; a second time it does nothing. */
    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_BOUND.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/readyz")).build();
        long deadline = System.nanoTime() + START_BOUND.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!ready(client, request)) {
                if (System.nanoTime() > deadline || process.waitFor(20, TimeUnit.MILLISECONDS)) {
                    close();
                    throw new IllegalStateException("the gateway did not start:\n" + Files.readString(log));
                }
            }
        }
    }

    private static boolean ready(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notListeningYet) {
            return false;
        }
    }
}
