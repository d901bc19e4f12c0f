package dev.gatehouse.operator.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.testbed.ApiServerExtension;
import dev.gatehouse.testbed.TestApiServer;
import dev.gatehouse.testbed.TestNamespace;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Both processes run on the Java that their Dockerfiles link, started as their entry points start them. */
@ExtendWith(ApiServerExtension.class)
class ImageRuntimeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path scratch;

    @Test
    void gatewayBecomesReady() throws Exception {
        Image image = Image.of("gateway");
        Path manifests = Files.createDirectory(scratch.resolve("manifests"));
        int port = freePort();

        try (var process =
                start(image, "serve", "--manifests=" + manifests, "--listen=127.0.0.1:" + port, "--audit=none")) {
            process.awaitReady(port);
        }
    }

    @Test
    void operatorBecomesReady(TestApiServer server, TestNamespace own) throws Exception {
        Image image = Image.of("operator");
        int port = freePort();

        try (var process = start(
                image,
                "--kubeconfig=" + server.kubeconfig(),
                "--operator-namespace=" + own.name(),
                "--namespaces=" + own.name(),
                "--link-listen=127.0.0.1:" + freePort(),
                "--management-listen=127.0.0.1:" + port)) {
            process.awaitReady(port);
        }
    }

    private Running start(Image image, String... arguments) throws Exception {
        Path log = scratch.resolve("log");
        Process process = new ProcessBuilder(image.command(link(image), List.of(arguments)))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new Running(process, log);
    }

    /** Links a Java and gives its launcher. */
    private Path link(Image image) throws Exception {
        Path jre = scratch.resolve("jre");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "jlink").toString());
        command.addAll(image.linking());
        command.addAll(List.of("--output", jre.toString()));
        Path log = scratch.resolve("jlink");
        int exitCode = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        assertThat(exitCode).as(Files.readString(log)).isZero();
        return jre.resolve("bin/java");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A process and what it has said. */
    private record Running(Process process, Path log) implements AutoCloseable {

        void awaitReady(int port) {
            try (HttpClient http = HttpClient.newHttpClient()) {
                HttpRequest readiness = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/readyz"))
                        .build();
                await().atMost(PATIENCE)
                        .ignoreException(ConnectException.class)
                        .failFast(() -> assertThat(process.isAlive())
                                .as(Files.readString(log))
                                .isTrue())
                        .untilAsserted(() -> assertThat(http.send(readiness, BodyHandlers.discarding())
                                        .statusCode())
                                .as(Files.readString(log))
                                .isEqualTo(200));
            }
        }

        @Override
        public void close() {
            process.destroy();
            var _ = process.onExit()
                    .completeOnTimeout(process, PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .join();
            process.destroyForcibly();
        }
    }
}
