package dev.gatehouse.gateway.source.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.gatehouse.gateway.testing.Manifest;
import dev.gatehouse.gateway.testing.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be read is a finding that names it, and costs only what stands in it. */
@Timeout(20)
class BadFilesTest {

    @TempDir
    Path folder;

    @BeforeEach
    void goodFile() throws IOException {
        Files.writeString(
                folder.resolve("good.yaml"),
                Manifest.client("good", "[]") + "---\n" + Manifest.clientSecret("good", Tokens.of("good")));
    }

    @AfterEach
    void goodFileIsServed() {
        assertThat(load().config().principals()).hasSize(1);
    }

    @Test
    void fileThatIsNotYamlIsNamedWithItsLine() throws IOException {
        Files.writeString(folder.resolve("bad.yaml"), "kind: McpClient\nspec: [\n");

        assertThat(findings()).singleElement().asString().matches("bad\\.yaml:[23]: error: bad\\.yaml is not YAML: .*");
    }

    @Test
    void fileThatIsNotUtf8IsRefused() throws IOException {
        Files.write(folder.resolve("bad.yaml"), new byte[] {'a', ':', ' ', (byte) 0xff});

        assertThat(findings()).singleElement().asString().contains("bad.yaml:1: error:", "is not UTF-8");
    }

    @Test
    void tooLargeFileIsRefused() throws IOException {
        Files.writeString(folder.resolve("bad.yaml"), "# " + "x".repeat(ManifestFile.MAX_BYTES));

        assertThat(findings()).singleElement().asString().contains("is larger than 4096 KiB");
    }

    @Test
    void pipeIsRefusedWithoutWaitingForIt() throws Exception {
        Path pipe = folder.resolve("bad.yaml");
        assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThat(findings()).singleElement().asString().contains("is not a regular file");
    }

    @Test
    void linkThatLeadsNowhereIsNamed() throws IOException {
        Files.createSymbolicLink(folder.resolve("bad.yaml"), Path.of("absent.yaml"));

        assertThat(findings()).singleElement().asString().contains("a link that leads nowhere");
    }

    @Test
    void linkToItselfIsNamed() throws IOException {
        Files.createSymbolicLink(folder.resolve("bad.yaml"), Path.of("bad.yaml"));

        assertThat(findings()).singleElement().asString().contains("bad.yaml:1: error:");
    }

    @Test
    void folderThatContainsItselfIsWalkedOnce() throws IOException {
        Files.createSymbolicLink(folder.resolve("again"), Path.of("."));

        assertThat(findings()).singleElement().asString().contains("again", "is a link to a folder that it stands in");
    }

    @Test
    void tooDeepFolderIsRefused() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("d/".repeat(FolderScan.MAX_DEPTH + 1)));
        Files.writeString(deep.resolve("deep.yaml"), Manifest.client("deep", "[]"));

        assertThat(findings()).singleElement().asString().contains("is nested deeper than 16 folders");
    }

    private List<LocatedFinding> findings() {
        return load().findings();
    }

    private LoadedFolder load() {
        return ManifestFolder.load(folder, Map.of(), Clock.systemUTC());
    }
}
