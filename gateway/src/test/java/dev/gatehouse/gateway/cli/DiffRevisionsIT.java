package dev.gatehouse.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.gateway.source.git.RevisionFolder;
import dev.gatehouse.gateway.testing.Manifest;
import dev.gatehouse.gateway.testing.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffRevisionsIT {

    @TempDir
    private Path repository;

    @BeforeEach
    void makeRepository() throws Exception {
        git("init", "--quiet", "--initial-branch=main");
        write(
                "manifests/alice.yaml",
                Manifest.client("alice", "[]"),
                Manifest.clientSecret("alice", Tokens.of("alice")));
        write("elsewhere.yaml", "kind: [");
        commit("first");
    }

    @Test
    void pathOfARevisionIsReadWithoutTheRest() throws Exception {
        try (RevisionFolder folder = RevisionFolder.of("main:manifests", repository)) {
            assertThat(names(folder.path())).containsExactly("alice.yaml");
            assertThat(Files.readString(folder.path().resolve("alice.yaml")))
                    .isEqualTo(Files.readString(repository.resolve("manifests/alice.yaml")));
        }
    }

    @Test
    void wholeRevisionIsReadAsItWas() throws Exception {
        write("manifests/nested/zoë.yaml", "a: b");
        commit("second");
        try (RevisionFolder old = RevisionFolder.of("HEAD~1", repository);
                RevisionFolder now = RevisionFolder.of("HEAD", repository)) {
            assertThat(names(old.path())).containsExactly("elsewhere.yaml", "manifests/alice.yaml");
            assertThat(names(now.path())).contains("manifests/nested/zoë.yaml");
        }
    }

    @Test
    void folderGoesWhenItIsClosed() throws Exception {
        RevisionFolder folder = RevisionFolder.of("main:manifests", repository);
        folder.close();
        assertThat(folder.path().getParent()).doesNotExist();
    }

    @Test
    void linkIsRefusedAsItMayLeadAnywhere() throws Exception {
        Files.createSymbolicLink(repository.resolve("manifests/more.yaml"), Path.of("/etc/hostname"));
        commit("link");
        assertThatThrownBy(() -> RevisionFolder.of("main:manifests", repository))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("more.yaml is a link");
    }

    @Test
    void hiddenFilesAreLeftOutAsInAFolder() throws Exception {
        Files.createSymbolicLink(repository.resolve("manifests/.more.yaml"), Path.of("/etc/hostname"));
        write("manifests/.github/x.yaml", "a: b");
        commit("hidden");
        try (RevisionFolder folder = RevisionFolder.of("main:manifests", repository)) {
            assertThat(names(folder.path())).containsExactly("alice.yaml");
        }
    }

    @Test
    void revisionThatIsNotThereIsAnErrorInOneLine() {
        Run run = Run.gatehouse(Map.of(), "diff", "no-such-revision", repository.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("gatehouse diff: 'no-such-revision' is neither a folder nor a revision")
                .hasLineCount(1);
    }

    @Test
    void optionInDisguiseIsNoRevision() {
        assertThatThrownBy(() -> RevisionFolder.of("--all", repository))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("begins with a dash");
    }

    @Test
    void wrongUsageIsToldFromWidenedRights() {
        assertThat(Run.gatehouse(Map.of(), "diff", repository.toString()).exitCode())
                .isEqualTo(64);
        assertThat(Run.gatehouse(Map.of(), "diff", "--output", "xml", "a", "b").exitCode())
                .isEqualTo(64);
        assertThat(Run.gatehouse(Map.of(), "check").exitCode()).isEqualTo(2);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private void write(String file, String... documents) throws IOException {
        Path path = repository.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, String.join("---\n", documents));
    }

    private void commit(String message) throws Exception {
        git("add", "--all");
        git("-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "--quiet", "-m", message);
    }

    private void git(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(repository.toFile())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
    }
}
