package dev.gatehouse.gateway.source.directory;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.gateway.testing.Manifest;
import dev.gatehouse.gateway.testing.Tokens;
import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nested folders, links, mounted ConfigMaps, and a folder that comes and goes. */
class FolderShapesTest {

    private static final String OLD = Tokens.of("old");
    private static final String NEW = Tokens.of("new");

    @TempDir
    Path temp;

    private Path root = Path.of("");
    private FollowedFolder folder = new FollowedFolder(root);

    @BeforeEach
    void emptyFolder() throws IOException {
        root = Files.createDirectory(temp.resolve("manifests"));
        folder = new FollowedFolder(root);
    }

    @AfterEach
    void stop() throws IOException {
        folder.close();
    }

    @Test
    void newNestedFolderIsFollowed() throws IOException {
        folder.follow();
        Files.createDirectories(root.resolve("team/a/b"));
        Files.writeString(root.resolve("team/a/b/alice.yml"), manifests(OLD));
        folder.awaitAccepted(OLD);
        Files.writeString(root.resolve("team/a/b/alice.yml"), manifests(NEW));

        folder.awaitAccepted(NEW);
    }

    @Test
    void folderMovedAwayTakesItsObjectsAlong() throws IOException {
        Files.createDirectories(root.resolve("team/a"));
        Files.writeString(root.resolve("team/a/alice.yaml"), manifests(OLD));
        folder.follow();
        assertThat(folder.accepts(OLD)).isTrue();
        Files.move(root.resolve("team"), temp.resolve("elsewhere"));

        folder.awaitRefused(OLD);
    }

    @Test
    void swappedConfigMapMountIsInForceAsAWhole() throws IOException {
        mount("..2026_01", OLD);
        Files.createSymbolicLink(root.resolve("alice.yaml"), Path.of("..data/alice.yaml"));
        folder.follow();
        assertThat(folder.accepts(OLD)).isTrue();
        mount("..2026_02", NEW);

        folder.awaitAccepted(NEW);
        assertThat(folder.accepts(OLD)).isFalse();
        mount("..2026_03", OLD);
        folder.awaitAccepted(OLD);
    }

    @Test
    void changeOfALinkedFileElsewhereIsFollowed() throws IOException {
        Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("real.yaml"), manifests(OLD));
        Files.createSymbolicLink(root.resolve("alice.yaml"), elsewhere.resolve("real.yaml"));
        folder.follow();
        Files.writeString(elsewhere.resolve("real.yaml"), manifests(NEW));

        folder.awaitAccepted(NEW);
    }

    @Test
    void rootThatIsALinkIsFollowedToItsNewTarget() throws IOException {
        Files.writeString(Files.createDirectory(temp.resolve("one")).resolve("alice.yaml"), manifests(OLD));
        Files.writeString(Files.createDirectory(temp.resolve("two")).resolve("alice.yaml"), manifests(NEW));
        Files.delete(root);
        Files.createSymbolicLink(root, Path.of("one"));
        folder.follow();
        assertThat(folder.accepts(OLD)).isTrue();
        relink(root, Path.of("two"));

        folder.awaitAccepted(NEW);
    }

    @Test
    void deletedFolderDeniesEverythingUntilItIsBack() throws IOException {
        Files.writeString(root.resolve("alice.yaml"), manifests(OLD));
        folder.follow();
        Files.delete(root.resolve("alice.yaml"));
        Files.delete(root);
        folder.awaitRefused(OLD);
        Path fresh = Files.createDirectory(temp.resolve("fresh"));
        Files.writeString(fresh.resolve("alice.yaml"), manifests(OLD));
        Files.move(fresh, root);

        folder.awaitAccepted(OLD);
    }

    @Test
    void changeThatNoEventTellsOfIsFoundByTheRescan() throws IOException {
        Path file = Files.writeString(root.resolve("alice.yaml"), manifests(OLD));
        folder.follow(Duration.ofMillis(100), Map.of());
        byte[] changed = manifests(NEW).getBytes(StandardCharsets.UTF_8);
        assertThat(changed).hasSize((int) Files.size(file));
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            // A mapped write raises no event.
            MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, changed.length);
            mapped.put(changed);
            mapped.force();
        }

        await().until(() -> folder.accepts(NEW));
    }

    private void mount(String version, String token) throws IOException {
        Path data = Files.createDirectory(root.resolve(version));
        Files.writeString(data.resolve("alice.yaml"), manifests(token));
        relink(root.resolve("..data"), Path.of(version));
    }

    private static void relink(Path link, Path target) throws IOException {
        Path fresh = Files.createSymbolicLink(link.resolveSibling("..data_tmp"), target);
        Files.move(fresh, link, REPLACE_EXISTING, ATOMIC_MOVE);
    }

    private static String manifests(String token) {
        return Manifest.client("alice", "[]") + "---\n" + Manifest.clientSecret("alice", token);
    }
}
