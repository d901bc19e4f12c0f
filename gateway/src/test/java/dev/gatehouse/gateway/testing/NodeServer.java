package dev.gatehouse.gateway.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An MCP server in a Node process of its own. */
public final class NodeServer implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("listening on port (\\d+)");

    private final Process process;
    private final URI base;

    private NodeServer(Process process, URI base) {
        this.process = process;
        this.base = base;
    }

    /** Starts {@code script}, which is given a free port in PORT, and waits until it says that it listens. */
    static NodeServer start(Path folder, String script, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("node", script));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("PORT", Integer.toString(freePort()));
        Process process = builder.start();
        BufferedReader output = process.inputReader();
        var said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                Thread.ofVirtual().name("node-output").start(() -> drain(output));
                return new NodeServer(process, URI.create("http://127.0.0.1:" + listening.group(1)));
            }
        }
        throw new IOException(script + " ended before it listened: " + said);
    }

    public URI base() {
        return base;
    }

    public String url() {
        return base + "/mcp";
    }

    /** Asks the modern fixture to announce a change. */
    public void announce(String kind) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            http.send(
                    HttpRequest.newBuilder(base.resolve("/notify/" + kind))
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.discarding());
        }
    }

    @Override
    public void close() {
        process.destroy();
    }

    private static void drain(BufferedReader output) {
        output.lines().forEach(line -> {});
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
