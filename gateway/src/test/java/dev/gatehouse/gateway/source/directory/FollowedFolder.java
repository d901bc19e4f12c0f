package dev.gatehouse.gateway.source.directory;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.access.AccessStore;
import dev.gatehouse.gateway.testing.Manifest;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.PrincipalKind;
import dev.gatehouse.model.access.TokenDigest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A folder with a source that follows it, and questions about what is in force. */
final class FollowedFolder implements AutoCloseable {

    /** So rare that a test which passes has heard of the change rather than found it. */
    static final Duration NO_RESCAN = Duration.ofMinutes(10);

    private final Path path;
    private final AccessStore store = new AccessStore(Clock.systemUTC());
    private @Nullable DirectorySource source;

    FollowedFolder(Path path) {
        this.path = path;
    }

    FollowedFolder follow() {
        return follow(NO_RESCAN, Map.of());
    }

    FollowedFolder follow(Duration rescan, Map<String, String> environment) {
        try {
            source = DirectorySource.start(path, rescan, environment, Clock.systemUTC(), store);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path(String file) {
        return path.resolve(file);
    }

    FollowedFolder write(String file, String... documents) {
        try {
            Files.createDirectories(path(file).getParent());
            Path fresh =
                    Files.writeString(path("." + path(file).getFileName() + ".new"), String.join("---\n", documents));
            Files.move(fresh, path(file), REPLACE_EXISTING, ATOMIC_MOVE);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file with one client and the Secret that holds its token. */
    FollowedFolder client(String file, String name, String token) {
        return write(file, Manifest.client(name, "[]"), Manifest.clientSecret(name, token));
    }

    void delete(String file) {
        try {
            Files.delete(path(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    AccessSnapshot now() {
        return Objects.requireNonNull(store.current(), "the first configuration is published before start returns");
    }

    boolean accepts(String token) {
        return now().credential(TokenDigest.ofToken(token)) != null;
    }

    @Nullable
    Principal client(String name) {
        return now().principal(new PrincipalKey(PrincipalKind.CLIENT, Manifest.NAMESPACE, name));
    }

    void awaitAccepted(String token) {
        await().pollInterval(Duration.ofMillis(5)).until(() -> accepts(token));
    }

    void awaitRefused(String token) {
        await().pollInterval(Duration.ofMillis(5)).until(() -> !accepts(token));
    }

    @Override
    public void close() throws IOException {
        if (source != null) {
            source.close();
        }
    }
}
