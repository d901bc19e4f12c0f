package dev.gatehouse.bench.subject;

import dev.gatehouse.bench.traffic.Dialect;
import dev.gatehouse.bench.traffic.Token;
import dev.gatehouse.bench.upstream.BenchTools;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A folder of manifests: one server, one allow-list, and {@code clients} clients who share it, a thousand to a file. The
 * file of client 0 holds it alone, for measurements that edit it.
 */
public record Manifests(int upstreamPort, int clients) {

    /** The file of client 0. */
    public static final String EDITED = "client-0.yaml";

    private static final int CLIENTS_A_FILE = 1000;
    private static final String GRANTED = "  allowListRefs: [{name: bench}]\n";

    public void write(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("server.yaml"), serverAndAllowList());
            edit(folder, true);
            for (int from = 1; from < clients; from += CLIENTS_A_FILE) {
                writeClients(
                        folder.resolve("clients-%06d.yaml".formatted(from)),
                        from,
                        Math.min(clients, from + CLIENTS_A_FILE));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write manifests to " + folder, e);
        }
    }

    /** Rewrites client 0, with its rights or without, the way editors do: a new file over the old one. */
    public static void edit(Path folder, boolean granted) throws IOException {
        Path fresh = folder.resolve(".client-0.tmp");
        Files.writeString(fresh, client(0, granted));
        Files.move(fresh, folder.resolve(EDITED), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private String serverAndAllowList() {
        return """
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpServer
            metadata: {name: %1$s, namespace: bench}
            spec:
              url: http://127.0.0.1:%2$d/mcp
              protocol: Legacy
            ---
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpAllowList
            metadata: {name: bench, namespace: bench}
            spec:
              rules:
                - server: %1$s
                  tools: [%3$s, %4$s, "tool_*"]
            """.formatted(Dialect.SERVER_KEY, upstreamPort, BenchTools.ECHO, BenchTools.STREAM);
    }

    private static void writeClients(Path file, int from, int to) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (int i = from; i < to; i++) {
                writer.write(client(i, true));
            }
        }
    }

    private static String client(int number, boolean granted) {
        return """
            ---
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpClient
            metadata: {name: client-%d, namespace: bench}
            spec:
              tokens: [{name: bench, sha256: "%s"}]
            """.formatted(number, Token.of(number).sha256Hex()) + (granted ? GRANTED : "");
    }
}
