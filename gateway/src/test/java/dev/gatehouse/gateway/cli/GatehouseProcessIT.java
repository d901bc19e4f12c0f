package dev.gatehouse.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own. */
class GatehouseProcessIT {

    private static final Pattern SERVING = Pattern.compile("Serving MCP address=\"/127\\.0\\.0\\.1:([0-9]+)\"");

    @TempDir
    Path folder;

    @Test
    void serveAnswersAndStopsGracefullyOnSigterm() throws Exception {
        Path manifests = Files.createDirectory(folder.resolve("manifests"));
        Process process = gatehouse("serve", "--manifests", manifests.toString(), "--listen", "127.0.0.1:0");
        try {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> SERVING.matcher(log()).find() || !process.isAlive());
            Matcher serving = SERVING.matcher(log());
            assertThat(serving.find()).as(log()).isTrue();
            URI ready = URI.create("http://127.0.0.1:" + serving.group(1) + "/readyz");
            try (var client = HttpClient.newHttpClient()) {
                var answer = client.send(HttpRequest.newBuilder(ready).build(), BodyHandlers.discarding());
                assertThat(answer.statusCode()).isEqualTo(200);
            }
            process.destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(143);
            assertThat(log()).contains("The gateway has stopped");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void plainHttpBeyondLoopbackIsRefused() throws Exception {
        Process process = gatehouse("serve", "--manifests", folder.toString(), "--listen", "0.0.0.0:0");

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(log()).contains("--allow-plain-http");
    }

    private Process gatehouse(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dlogback.configurationFile=logback.xml",
                GatehouseCommand.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private String log() throws IOException {
        Path log = folder.resolve("log");
        return Files.exists(log) ? Files.readString(log) : "";
    }
}
