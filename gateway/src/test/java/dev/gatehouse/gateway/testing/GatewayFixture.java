package dev.gatehouse.gateway.testing;

import static org.awaitility.Awaitility.await;

import dev.gatehouse.gateway.Gateway;
import dev.gatehouse.gateway.GatewayOptions;
import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.audit.AuditDestination;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A gateway in this process over a temporary folder of manifests, with its audit in a file. */
public final class GatewayFixture implements AutoCloseable {

    /** The promise of the directory source, with room for a busy machine. */
    public static final Duration ENFORCED_WITHIN = Duration.ofSeconds(10);

    private final Path home;
    private final ManifestFolder manifests;
    private final AuditLog audit;
    private final Gateway gateway;

    private GatewayFixture(Path home, ManifestFolder manifests, AuditLog audit, Gateway gateway) {
        this.home = home;
        this.manifests = manifests;
        this.audit = audit;
        this.gateway = gateway;
    }

    /** Starts a gateway over what {@code world} writes and waits until it is ready. */
    public static GatewayFixture start(Consumer<ManifestFolder> world) {
        return start(world, options -> options);
    }

    public static GatewayFixture start(Consumer<ManifestFolder> world, UnaryOperator<GatewayOptions> options) {
        try {
            Path home = Files.createTempDirectory("gatehouse-it");
            var manifests = new ManifestFolder(Files.createDirectories(home.resolve("manifests")));
            var audit = new AuditLog(home.resolve("audit.jsonl"));
            world.accept(manifests);
            GatewayOptions usual =
                    GatewayOptions.forManifests(manifests.path()).withAudit(new AuditDestination.File(audit.file()));
            var fixture = new GatewayFixture(home, manifests, audit, Gateway.start(options.apply(usual)));
            await().atMost(ENFORCED_WITHIN).until(() -> fixture.gateway.store().current() != null);
            return fixture;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public Gateway gateway() {
        return gateway;
    }

    public ManifestFolder manifests() {
        return manifests;
    }

    public AuditLog audit() {
        return audit;
    }

    /** A folder for whatever else a test needs on disk. */
    public Path home() {
        return home;
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + gateway.address().getPort());
    }

    public RawClient raw() {
        return new RawClient(gateway.address());
    }

    /** A fresh session of 2025-11-25 for the client called {@code name}. */
    public LegacyClient legacy(String path, String name) {
        return LegacyClient.connect(raw(), path, Tokens.of(name));
    }

    public ModernClient modern(String path, String name) {
        return new ModernClient(raw(), path, Tokens.of(name));
    }

    /** Makes an edit of one file and waits until the gateway has swapped to what it says. */
    public void change(Consumer<ManifestFolder> edit) {
        long before = version();
        edit.accept(manifests);
        await().atMost(ENFORCED_WITHIN).pollInterval(Duration.ofMillis(5)).until(() -> version() > before);
    }

    private long version() {
        AccessSnapshot current = gateway.store().current();
        return current == null ? -1 : current.version();
    }

    @Override
    public void close() throws IOException {
        gateway.close();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
