package dev.gatehouse.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.testing.Manifest;
import dev.gatehouse.gateway.testing.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    private static final String TOKEN = Tokens.of("alice");

    @TempDir
    Path folder;

    @Test
    void cleanFolderIsOneLineAndZero() throws IOException {
        write("alice.yaml", Manifest.client("alice", "[]"), Manifest.clientSecret("alice", TOKEN));

        Run run = check();
        assertThat(run.out()).isEqualTo("2 objects, 0 errors, 0 warnings\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void everyMistakeIsPrintedWithFileAndLine() throws IOException {
        write("a.yaml", "kind: McpClient\nspec: [");
        write("b.yaml", Manifest.client("alice", "[]"));
        write("c.yaml", Manifest.client("carol", "[]"), Manifest.clientSecret("carol", "${CAROL_TOKEN}"));

        Run run = check();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out().lines())
                .hasSizeGreaterThanOrEqualTo(5)
                .anyMatch(line -> line.startsWith(at("a.yaml", 2) + ": error: a.yaml is not YAML: "))
                .anyMatch(line ->
                        line.startsWith(at("b.yaml", 5) + ": error: McpClient team-a/alice spec.tokens[0].secretRef: "))
                .anyMatch(line -> line.startsWith(folder.resolve("c.yaml") + ":") && line.contains("CAROL_TOKEN"))
                .last()
                .asString()
                .matches("2 objects, [0-9]+ errors, 0 warnings");
    }

    @Test
    void warningsFailOnlyWhenStrict() throws IOException {
        write("alice.yaml", Manifest.client("alice", "[{server: '*'}]"), Manifest.clientSecret("alice", TOKEN));

        assertThat(check().out()).contains(": warning: McpClient team-a/alice ").endsWith("0 errors, 1 warning\n");
        assertThat(check().exitCode()).isZero();
        assertThat(check("--strict").exitCode()).isEqualTo(1);
    }

    @Test
    void noSecretIsEverPrinted() throws IOException {
        write("weak.yaml", Manifest.client("weak", "[]"), Manifest.clientSecret("weak", "hunter2"));
        write("one.yaml", Manifest.client("one", "[]"), Manifest.clientSecret("one", TOKEN));
        write("two.yaml", Manifest.client("two", "[]"), Manifest.clientSecret("two", TOKEN));

        Run run = check();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out() + run.err()).doesNotContain(TOKEN).doesNotContain("hunter2");
    }

    @Test
    void missingFolderIsWrongUsage() {
        Run run = Run.gatehouse(Map.of(), "check", folder.resolve("absent").toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("gatehouse check: '")
                .contains("is not a folder")
                .hasLineCount(1);
    }

    private Run check(String... flags) {
        String[] arguments = new String[flags.length + 2];
        arguments[0] = "check";
        System.arraycopy(flags, 0, arguments, 1, flags.length);
        arguments[flags.length + 1] = folder.toString();
        return Run.gatehouse(Map.of(), arguments);
    }

    private String at(String file, int line) {
        return folder.resolve(file) + ":" + line;
    }

    private void write(String file, String... documents) throws IOException {
        Files.writeString(folder.resolve(file), String.join("---\n", documents));
    }
}
