package dev.gatehouse.gateway.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * MCP software from npm in one folder of the build, installed by whichever test needs it first. Without Node the test is
 * skipped and says so.
 */
public final class NodePackages {

    private static final int OLDEST_NODE = 20;

    private final Path folder;

    private NodePackages(Path folder) {
        this.folder = folder;
    }

    public static NodePackages installed() throws IOException, InterruptedException {
        assumeTrue(
                nodeVersion() >= OLDEST_NODE && Execution.runs(npm(), "--version"),
                "needs Node.js " + OLDEST_NODE + " or newer with npm on the PATH, to run MCP servers from npm");
        Path module = Path.of(System.getProperty("basedir", "."));
        Path folder = Files.createDirectories(module.resolve("target/npm"));
        try (FileChannel lock = FileChannel.open(
                        folder.resolve("install.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = lock.lock()) {
            if (held.isValid()) {
                install(module.resolve("src/test/node"), folder);
            }
        }
        return new NodePackages(folder);
    }

    /** Starts {@code server-everything}, a stateful server of 2025-11-25, on a free port. */
    public NodeServer everything() throws IOException, InterruptedException {
        return NodeServer.start(
                folder, "node_modules/@modelcontextprotocol/server-everything/dist/index.js", "streamableHttp");
    }

    /** Starts a stateless server of 2026-07-28 on the TypeScript SDK. */
    public NodeServer modern() throws IOException, InterruptedException {
        return NodeServer.start(folder, "modern-server.mjs");
    }

    /** Runs a script to its end and returns what it printed last. */
    public String run(String script, String... arguments) throws IOException, InterruptedException {
        var command =
                Stream.concat(Stream.of("node", script), Stream.of(arguments)).toList();
        return Execution.lastLine(folder, command);
    }

    private static void install(Path scripts, Path folder) throws IOException, InterruptedException {
        for (String file : List.of("modern-server.mjs", "modern-client.mjs", "auto-client.mjs", "v1-client.mjs")) {
            Files.copy(scripts.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        String wanted = Files.readString(scripts.resolve("package.json"));
        Path done = folder.resolve("installed.json");
        if (Files.exists(done) && Files.readString(done).equals(wanted)) {
            return;
        }
        Files.writeString(folder.resolve("package.json"), wanted);
        Execution.run(
                folder.resolve("install.log"),
                Map.of(),
                List.of(npm(), "install", "--no-audit", "--no-fund", "--prefix", folder.toString()));
        Files.writeString(done, wanted);
    }

    private static int nodeVersion() throws InterruptedException {
        try {
            Process node = new ProcessBuilder("node", "--version").start();
            String version = node.inputReader().readLine();
            node.waitFor();
            return Integer.parseInt(version.substring(1, version.indexOf('.')));
        } catch (IOException e) {
            return 0; // not installed
        }
    }

    private static String npm() {
        return System.getProperty("os.name").startsWith("Windows") ? "npm.cmd" : "npm";
    }
}
