package dev.gatehouse.bench.traffic;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Asks a gateway again and again whether it lets somebody in with one token. Any third answer is an exception. */
public record Admission(HttpClient client, InetSocketAddress address, Token token) {

    /** Whether the token opens a session. */
    public boolean isGranted() throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(McpSession.initialize(address, token), BodyHandlers.ofString());
        return switch (answer.statusCode()) {
            case 200 -> true;
            case 401 -> false;
            default ->
                throw new IllegalStateException(
                        "neither let in nor refused: " + answer.statusCode() + " " + answer.body());
        };
    }
}
