package dev.gatehouse.gateway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The completion script in the shells themselves. */
class CompletionIT {

    @TempDir
    Path folder;

    @Test
    void bashCompletesCommandsFlagsAndValues() throws Exception {
        assertThat(completed("gatehouse", "who")).isEqualTo("whoami");
        assertThat(completed("gatehouse", "ls", "--ser")).isEqualTo("--server");
        assertThat(completed("gatehouse", "ls", "--output", "")).isEqualTo("text json");
    }

    @Test
    void zshAcceptsTheScript() throws Exception {
        assumeTrue(exists("zsh"), "zsh is not installed here");
        Path script = script("zsh");

        assertThat(shell("zsh", "-f", "-c", "autoload -Uz compinit && compinit -u && source " + script + " && echo ok"))
                .endsWith("ok");
    }

    /** Calls what bash calls when the tab key is pressed; {@code compopt} works only inside of that. */
    private String completed(String... words) throws Exception {
        String line = String.join("\" \"", words);
        return shell(
                "bash",
                "--norc",
                "-ec",
                "source " + script("bash") + "\ncompopt() { :; }\nCOMP_WORDS=(\"" + line + "\")\nCOMP_CWORD="
                        + (words.length - 1) + "\n_complete_gatehouse || true\necho ${COMPREPLY[@]}");
    }

    private Path script(String shell) throws IOException {
        return Files.writeString(
                folder.resolve("completion." + shell),
                Run.gatehouse(Map.of(), "completion", shell).out());
    }

    private static String shell(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said.strip();
    }

    private static boolean exists(String shell) throws InterruptedException {
        try {
            return new ProcessBuilder(shell, "-c", ":").start().waitFor() == 0;
        } catch (IOException e) {
            return false; // no such program
        }
    }
}
