package dev.gatehouse.examples.walkthrough;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Imports MCPJungle's files and serves what comes of them: the same tokens, the same names of tools, the same lists. */
final class MovingIn {

    private static final long IMPORT_BOUND_SECONDS = 60;

    private final Narrator narrator;
    private final Path repository;
    private final Path manifests;
    private final URI upstream;

    /** Imports into {@code manifests}, a folder that does not exist yet. */
    MovingIn(Narrator narrator, Path repository, Path manifests, URI upstream) {
        this.narrator = narrator;
        this.repository = repository;
        this.manifests = manifests;
        this.upstream = upstream;
    }

    void run(int port) throws IOException, InterruptedException {
        narrator.chapter("7. Moving in from MCPJungle: examples/mcpjungle-import behind a gateway of its own");
        int exitCode = importFiles();
        narrator.check("gatehouse import mcpjungle", "exit code " + exitCode, exitCode == 0);
        pointServerAtUpstream();
        try (GatewayProcess gateway = GatewayProcess.start(repository, manifests, port)) {
            showClients(gateway.url());
            showPlanes(gateway.url());
        }
    }

    private int importFiles() throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(
                        repository.resolve("bin/gatehouse").toString(),
                        "import",
                        "mcpjungle",
                        "jungle",
                        "--output-dir",
                        manifests.toString())
                .directory(repository.resolve("examples/mcpjungle-import").toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        manifests.resolveSibling("from-mcpjungle-import.log").toFile());
        command.environment().put("TEAM", "research");
        command.environment().remove("EDITOR_TOKEN");
        Process running = command.start();
        return running.waitFor(IMPORT_BOUND_SECONDS, TimeUnit.SECONDS) ? running.exitValue() : -1;
    }

    private void pointServerAtUpstream() throws IOException {
        Path server = manifests.resolve("servers/demo.yaml");
        Files.writeString(server, Files.readString(server).replace("http://127.0.0.1:8090/mcp", upstream.toString()));
    }

    private void showClients(URI gateway) {
        try (Visitor ops = Visitor.to(gateway, "ops", "demo-only-ops-Vq3bX0s7Jt2nYk9LwEo4");
                Visitor editor = Visitor.to(gateway, "editor", "demo-only-editor-Xk2mB7t5Wp0rNf8DuHs1")) {
            VisitorsAnswer sum = ops.call("demo__add", Map.of("a", 2, "b", 40));
            narrator.check("ops (\"*\") calls demo__add", sum, sum.equals(new VisitorsAnswer.Answered("42")));
            List<String> tools = editor.tools();
            narrator.check("editor (\"demo\") lists tools", tools, tools.contains("demo__delete_everything"));
        }
    }

    private void showPlanes(URI gateway) throws IOException, InterruptedException {
        URI whoami = gateway.resolve("/api/v1/whoami");
        HttpResponse<String> bob = get(whoami, "demo-only-bob-Jn4vQ9y1Sb6hLe3CzGa8");
        narrator.check(
                "bob, a user, asks the API", bob.body().lines().findFirst().orElse(""), bob.statusCode() == 200);
        int client = get(whoami, "demo-only-ops-Vq3bX0s7Jt2nYk9LwEo4").statusCode();
        narrator.check("ops, a client, asks the API", "HTTP " + client, client == 401);
    }

    private static HttpResponse<String> get(URI address, String token) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .header("Authorization", "Bearer " + token)
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
