package dev.gatehouse.bench.subject;

import dev.gatehouse.bench.traffic.Rights;
import dev.gatehouse.bench.traffic.Token;
import dev.gatehouse.bench.traffic.WireDialect;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A folder of manifests: one server and {@code clients} clients, a thousand to a file. The file of client 0 holds it alone,
 * for measurements that edit it.
 *
 * @param unlimited how many more there are without an exception in their rules
 * @param ruleSets whether each client has rules of its own
 */
public record Manifests(int upstreamPort, int clients, int unlimited, RuleSets ruleSets) {

    /** How many clients a gateway knows when their number is not what is measured. */
    public static final int USUAL_CLIENTS = 1000;

    /** The file of client 0. */
    public static final String EDITED = "client-0.yaml";

    private static final int CLIENTS_A_FILE = 1000;

    /** A thousand clients, each with its own rule set that says the same as the others', and as many without its exception. */
    public static Manifests usual(int upstreamPort) {
        return new Manifests(upstreamPort, USUAL_CLIENTS, USUAL_CLIENTS, RuleSets.OWN);
    }

    public void write(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("server.yaml"), server() + RuleSets.lists());
            edit(folder, true);
            for (int from = 1; from < clients; from += CLIENTS_A_FILE) {
                writeClients(folder, Rights.ALL_BUT_ONE, from, Math.min(clients, from + CLIENTS_A_FILE));
            }
            writeClients(folder, Rights.ALL, 0, unlimited);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write manifests to " + folder, e);
        }
    }

    /** Rewrites client 0, with its rights or without, the way editors do: a new file over the old one. */
    public void edit(Path folder, boolean granted) throws IOException {
        Path fresh = folder.resolve(".client-0.tmp");
        String client = client(0);
        Files.writeString(fresh, granted ? client + ruleSets.of(Rights.ALL_BUT_ONE) : client);
        Files.move(fresh, folder.resolve(EDITED), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private String server() {
        return """
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpServer
            metadata: {name: %s, namespace: bench}
            spec:
              url: http://127.0.0.1:%d/mcp
              protocol: Legacy
            """.formatted(WireDialect.SERVER_KEY, upstreamPort);
    }

    private void writeClients(Path folder, Rights rights, int from, int to) throws IOException {
        Path file = folder.resolve("clients-%07d.yaml".formatted(rights.client(from)));
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (int i = from; i < to; i++) {
                writer.write(client(rights.client(i)) + ruleSets.of(rights));
            }
        }
    }

    private static String client(int number) {
        return """
            ---
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpClient
            metadata: {name: client-%d, namespace: bench}
            spec:
              tokens: [{name: bench, sha256: "%s"}]
            """.formatted(number, Token.of(number).sha256Hex());
    }
}
