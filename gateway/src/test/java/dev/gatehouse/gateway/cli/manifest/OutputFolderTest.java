package dev.gatehouse.gateway.cli.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.gateway.cli.identity.NewIdentity;
import dev.gatehouse.gateway.cli.identity.NewIdentity.Profile;
import dev.gatehouse.gateway.cli.identity.TokenPlace;
import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.SecretValue;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

    private static final List<Resource> OBJECTS = new NewIdentity(
                    "default",
                    "cursor",
                    new Profile.Client(null),
                    new TokenPlace.InSecret(SecretValue.of("gth_token")),
                    List.of())
            .objects();

    @TempDir
    Path folder;

    @Test
    void eachObjectStandsInAFileOfItsOwnAndSecretsTogether() throws IOException {
        assertThat(write()).containsExactly("clients/cursor.yaml", "secrets/cursor-client-token.yaml");
        assertThat(folder.resolve("clients/cursor.yaml")).content().doesNotContain("gth_token");
        assertThat(folder.resolve("secrets/cursor-client-token.yaml")).content().contains("gth_token");
    }

    @Test
    void onlyTheOwnerReadsWhatHoldsAToken() throws IOException {
        write();
        assertThat(permissions("secrets/cursor-client-token.yaml")).isEqualTo("rw-------");
        assertThat(permissions("clients/cursor.yaml")).startsWith("rw-");
    }

    @Test
    void aFileThatIsThereIsKeptAndNothingElseWritten() throws IOException {
        Path existing = Files.createDirectories(folder.resolve("secrets")).resolve("cursor-client-token.yaml");
        Files.writeString(existing, "mine");

        assertThatThrownBy(this::write).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(existing).hasContent("mine");
        assertThat(files()).containsExactly(existing);
    }

    @Test
    void aLinkThatLeadsNowhereIsNotWrittenThrough() throws IOException {
        Path elsewhere = folder.resolve("elsewhere");
        Files.createSymbolicLink(
                Files.createDirectories(folder.resolve("clients")).resolve("cursor.yaml"), elsewhere);

        assertThatThrownBy(this::write).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(elsewhere).doesNotExist();
    }

    @Test
    void whatWasWrittenBeforeAFailureIsTakenBack() throws IOException {
        Files.writeString(folder.resolve("clients"), "no folder");

        assertThatThrownBy(this::write).isInstanceOf(IOException.class);
        assertThat(files()).containsExactly(folder.resolve("clients"));
    }

    private List<String> write() throws IOException {
        return new OutputFolder(folder, IntendedReader.DIRECTORY).write(OBJECTS);
    }

    private String permissions(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !Files.isDirectory(path)).sorted().toList();
        }
    }
}
