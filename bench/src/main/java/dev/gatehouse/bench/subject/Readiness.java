package dev.gatehouse.bench.subject;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Waits for a gateway to say at {@code /readyz} that it has its first configuration. */
public record Readiness(ServerProcess process) {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    public void await() {
        URI uri = URI.create("http://127.0.0.1:" + process.address().getPort() + "/readyz");
        HttpRequest request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(2)).build();
        Instant limit = Instant.now().plus(LIMIT);
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!isReady(client, request)) {
                if (!process.isAlive() || Instant.now().isAfter(limit)) {
                    IllegalStateException failure = process.failure("is not ready");
                    process.close();
                    throw failure;
                }
                TimeUnit.MILLISECONDS.sleep(5);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a gateway starts", e);
        }
    }

    private static boolean isReady(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
