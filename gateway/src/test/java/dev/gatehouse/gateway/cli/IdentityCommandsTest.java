package dev.gatehouse.gateway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.source.directory.LoadedFolder;
import dev.gatehouse.gateway.source.directory.ManifestFolder;
import dev.gatehouse.model.access.MintedToken;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.resource.Role;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityCommandsTest {

    private static final String MINTED =
            MintedToken.mint(new SplittableRandom(1)).text();
    private static final String OWN = "own-token-5f0c2b7e9d1a4683";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token",
                "token --bare",
                "create client a",
                "create client a --digest-only",
                "create client a --output-dir out",
                "create client a --digest-only --output-dir out",
                "create user a --target kubernetes",
                "create client --conf a.json",
                "create client --conf a.json --digest-only --output-dir out",
                "import mcpjungle a.json --kind client"
            })
    void aMintedTokenStandsInExactlyOnePlace(String arguments) throws IOException {
        Files.writeString(folder.resolve("a.json"), "{\"name\": \"a\"}");

        Run run = run("", arguments.split(" "));
        assertThat(run.exitCode()).isZero();
        assertThat(String.join("\n", run.out(), run.err(), String.join("\n", files()))
                        .split(MINTED, -1))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token --digest-of -",
                "create client a --token-file - --digest-only",
                "create user a --token-file - --output-dir out"
            })
    void aTokenThatIsBroughtAlongIsNotPrinted(String arguments) {
        Run run = run(OWN, arguments.split(" "));
        assertThat(run.exitCode()).isZero();
        assertThat(run.out() + run.err()).doesNotContain(OWN);
    }

    @Test
    void aTokenThatWouldBeRefusedIsNotPrintedEither() {
        Run run = run("hunter2", "create", "client", "a", "--token-file", "-");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).doesNotContain("hunter2");
    }

    @Test
    void severalAdminsStandBesideEachOther() {
        for (String admin : List.of("ada", "grace")) {
            Run run = Run.gatehouse(
                    ProcessContext.ofThisProcess(Map.of()),
                    "create",
                    "user",
                    admin,
                    "--role",
                    "Admin",
                    "--output-dir",
                    folder.toString());
            assertThat(run.exitCode()).as(run.err()).isZero();
        }
        LoadedFolder loaded = ManifestFolder.load(folder, Map.of(), Clock.systemUTC());
        assertThat(loaded.findings()).isEmpty();
        assertThat(loaded.config().principals()).extracting(Principal::role).containsExactly(Role.ADMIN, Role.ADMIN);
    }

    @Test
    void secretsOfServersReachTheirSecretAndNotTheTerminal() throws IOException {
        Files.writeString(
                folder.resolve("a.json"),
                "{\"name\": \"a\", \"transport\": \"streamable_http\", \"url\": \"http://a/mcp\","
                        + " \"bearer_token\": \"planted-1\", \"headers\": {\"X-Key\": \"planted-2\"}}");

        Run run = run("", "import", "mcpjungle", "a.json", "--output-dir", "out");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out() + run.err()).doesNotContain("planted");
        assertThat(folder.resolve("out/servers/a.yaml")).content().doesNotContain("planted");
        assertThat(folder.resolve("out/secrets/a-upstream.yaml")).content().contains("planted-1", "planted-2");
    }

    @Test
    void oneErrorInOneFileKeepsEverythingFromBeingWritten() throws IOException {
        Files.writeString(folder.resolve("a.json"), "{\"name\": \"a\", \"allow_list\": []}");
        Files.writeString(folder.resolve("b.json"), "{\"name\": \"b\", \"allow_list\": []");

        Run run = run("", "import", "mcpjungle", "a.json", "b.json", "--output-dir", "out");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeWrittenToIsOneErrorAndShowsNoToken() throws IOException {
        Files.writeString(folder.resolve("out"), "no folder");

        Run run = run("", "create", "client", "a", "--digest-only", "--output-dir", "out");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("out").contains("nothing was written").doesNotContain(MINTED);
    }

    private Run run(String in, String... arguments) {
        return Run.gatehouse(
                new ProcessContext(
                        Map.of(), new ByteArrayInputStream(in.getBytes(UTF_8)), folder, new SplittableRandom(1)),
                arguments);
    }

    private List<String> files() throws IOException {
        var contents = new ArrayList<String>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                contents.add(Files.readString(file));
            }
        }
        return contents;
    }
}
