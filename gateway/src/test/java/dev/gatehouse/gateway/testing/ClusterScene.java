package dev.gatehouse.gateway.testing;

import dev.gatehouse.gateway.access.AccessStore;
import dev.gatehouse.model.access.TrustedIssuer;
import dev.gatehouse.model.manifest.ManifestReader;
import dev.gatehouse.model.manifest.ManifestSet;
import dev.gatehouse.model.resource.World;
import dev.gatehouse.model.translate.Environment;
import dev.gatehouse.model.translate.Translator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The usual {@link Scene} as it is in a cluster: its objects are translated as the operator does, the gateway trusts an
 * issuer, and {@code agent} is the ServiceAccount of a client that may use the tool {@code open} of gamma.
 */
public final class ClusterScene implements AutoCloseable {

    private static final ManifestReader READER = new ManifestReader(name -> null);

    private final Scene scene = Scene.open();

    private ClusterScene(TrustedIssuer issuer) {
        store().trust(issuer);
        enforce("[{name: agent}]");
    }

    public static ClusterScene trusting(TrustedIssuer issuer) {
        return new ClusterScene(issuer);
    }

    /** A fresh token of {@code agent}. */
    public static String token(ClusterIssuer signer) {
        return signer.token(ClusterIssuer.claims("team-a", "agent", Instant.now()));
    }

    public Scene scene() {
        return scene;
    }

    public AccessStore store() {
        return scene.gateway().gateway().store();
    }

    /** Enforces what an operator would make of the folder and a client with these ServiceAccounts, a YAML list. */
    public void enforce(String serviceAccounts) {
        var manifests = new ArrayList<>(folder());
        manifests.add(READER.read("agent", """
                apiVersion: gatehouse.dev/v1alpha1
                kind: McpClient
                metadata: {name: agent, namespace: team-a}
                spec:
                  serviceAccounts: %s
                  allow: [{server: gamma, tools: [open]}]
                """.formatted(serviceAccounts)));
        World world = ManifestSet.of(manifests).world(Map.of());
        store().publish(new Translator(Environment.CLUSTER).translate(world).config());
    }

    public RawRequest callOf(String tool, String token) {
        return scene.call(Side.MODERN, "/mcp", "alice", tool).bearer(token);
    }

    public EventStream listen(String token) {
        return new ModernClient(scene.raw(), "/mcp", token).listen("{'toolsListChanged': true}");
    }

    private List<dev.gatehouse.model.manifest.Manifest> folder() {
        try (Stream<Path> files = Files.list(scene.gateway().manifests().path())) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .map(file -> READER.read(file.getFileName().toString(), text(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        scene.close();
    }
}
