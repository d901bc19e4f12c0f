package dev.gatehouse.gateway.source.directory;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.testing.Manifest;
import dev.gatehouse.gateway.testing.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens from files and variables. */
class TokenFilesTest {

    private static final String OLD = Tokens.of("old");
    private static final String NEW = Tokens.of("new");

    @TempDir
    Path temp;

    private Path outside = Path.of("");
    private FollowedFolder folder = new FollowedFolder(outside);

    @BeforeEach
    void folderBesideTokens() throws IOException {
        outside = Files.createDirectory(temp.resolve("tokens"));
        folder = new FollowedFolder(Files.createDirectory(temp.resolve("manifests")));
    }

    @AfterEach
    void stop() throws IOException {
        folder.close();
    }

    @Test
    void tokenFileOutsideTheFolderIsReadAgainWhenItChanges() throws IOException {
        Path token = Files.writeString(outside.resolve("alice"), OLD + "\n");
        clientWith("file: " + token).follow();
        assertThat(folder.accepts(OLD)).isTrue();
        Files.writeString(token, NEW + "\n");

        folder.awaitAccepted(NEW);
        assertThat(folder.accepts(OLD)).isFalse();
    }

    @Test
    void relativeTokenFileIsSeenFromTheFolder() throws IOException {
        Files.writeString(outside.resolve("alice"), OLD);
        clientWith("file: ../tokens/alice").follow();

        assertThat(folder.accepts(OLD)).isTrue();
    }

    @Test
    void tokenFileInsideTheFolderIsReadAgainWhenItChanges() throws IOException {
        Files.writeString(folder.path("alice.token"), OLD);
        clientWith("file: alice.token").follow();
        Files.writeString(folder.path("alice.token"), NEW);

        folder.awaitAccepted(NEW);
    }

    @Test
    void tokenFileReplacedThroughALinkIsReadAgain() throws IOException {
        Files.writeString(Files.createDirectory(outside.resolve("..one")).resolve("alice"), OLD);
        Files.writeString(Files.createDirectory(outside.resolve("..two")).resolve("alice"), NEW);
        Files.createSymbolicLink(outside.resolve("..data"), Path.of("..one"));
        Files.createSymbolicLink(outside.resolve("alice"), Path.of("..data/alice"));
        clientWith("file: ../tokens/alice").follow();
        assertThat(folder.accepts(OLD)).isTrue();
        Path fresh = Files.createSymbolicLink(outside.resolve("..tmp"), Path.of("..two"));
        Files.move(fresh, outside.resolve("..data"), REPLACE_EXISTING, ATOMIC_MOVE);

        folder.awaitAccepted(NEW);
    }

    @Test
    void tokenOfADeletedFileIsRefused() throws IOException {
        Path token = Files.writeString(outside.resolve("alice"), OLD);
        clientWith("file: " + token).follow();
        Files.delete(token);

        folder.awaitRefused(OLD);
        Files.writeString(token, OLD);
        folder.awaitAccepted(OLD);
    }

    @Test
    void tokenFileNamedByALaterEditIsFollowedToo() throws IOException {
        Path token = Files.writeString(outside.resolve("alice"), OLD);
        folder.follow();
        clientWith("file: " + token);
        folder.awaitAccepted(OLD);
        Files.writeString(token, NEW);

        folder.awaitAccepted(NEW);
    }

    @Test
    void tokenOfAVariableIsReadWithoutTheSpaceAroundIt() {
        clientWith("env: ALICE_TOKEN").follow(FollowedFolder.NO_RESCAN, Map.of("ALICE_TOKEN", " " + OLD + "\n"));

        assertThat(folder.accepts(OLD)).isTrue();
    }

    @Test
    void folderInPlaceOfATokenFileIsRefusedAndHarmless() throws IOException {
        Files.createDirectory(outside.resolve("alice"));
        clientWith("file: ../tokens/alice").follow();

        assertThat(folder.now().principalCount()).isLessThanOrEqualTo(1);
        assertThat(folder.accepts("")).isFalse();
    }

    private FollowedFolder clientWith(String source) {
        String tokens = "tokens: [{name: current, " + source + "}]";
        return folder.write("alice.yaml", Manifest.client("alice", "[]").replaceFirst("tokens: .*", tokens));
    }
}
