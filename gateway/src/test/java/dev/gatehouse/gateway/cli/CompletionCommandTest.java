package dev.gatehouse.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class CompletionCommandTest {

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void theScriptKnowsEveryCommandAndFlag(String shell) {
        Run run = Run.gatehouse(Map.of(), "completion", shell);

        assertThat(run.exitCode()).isZero();
        for (CommandLine command : Commands.all()) {
            assertThat(run.out()).contains(command.getCommandName());
            assertThat(run.out())
                    .contains(command.getCommandSpec().options().stream()
                            .map(OptionSpec::longestName)
                            .toList());
        }
    }

    @Test
    void zshIsToldWhatTheScriptIsFor() {
        assertThat(Run.gatehouse(Map.of(), "completion", "zsh").out()).startsWith("#compdef gatehouse\n");
    }

    @Test
    void anotherShellIsWrongUsage() {
        Run run = Run.gatehouse(Map.of(), "completion", "fish");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("[BASH, ZSH] (case-insensitive)").hasLineCount(1);
    }
}
