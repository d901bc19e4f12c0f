package dev.gatehouse.operator.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An event stream that a gateway answers with, and whether the gateway has ended it. */
final class OpenStream implements AutoCloseable {

    private final InputStream body;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    private OpenStream(InputStream body) {
        this.body = body;
        Thread.ofVirtual().start(this::read);
    }

    static OpenStream open(HttpClient http, HttpRequest request) throws Exception {
        HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
        String type = answer.headers().firstValue("Content-Type").orElse("nothing");
        if (answer.statusCode() != 200 || !type.startsWith("text/event-stream")) {
            throw new AssertionError("no stream but " + answer.statusCode() + " with " + type);
        }
        return new OpenStream(answer.body());
    }

    /** What has arrived so far. */
    String text() {
        return String.join("\n", lines);
    }

    boolean isOpen() {
        return !ended;
    }

    private void read() {
        try (var reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            lines.add("broken off: " + e.getMessage());
        } finally {
            ended = true;
        }
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
