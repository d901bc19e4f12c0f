package dev.gatehouse.gateway.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatehouse completion}: the script that lets a shell complete commands and flags. */
@Command(
        name = "completion",
        description = "Prints a script that lets your shell complete commands, flags and their values.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  source <(gatehouse completion bash)                              (this shell only)",
            "  gatehouse completion bash > /etc/bash_completion.d/gatehouse     (every bash)",
            "  gatehouse completion zsh > ~/.gatehouse-completion               (then source it in ~/.zshrc)",
            "",
            "Exit codes: 0 success, 2 wrong usage."
        })
final class CompletionCommand implements Callable<Integer> {

    /** A shell that is known here. One script serves both: in zsh it turns on the completion of bash by itself. */
    enum Shell {
        BASH,
        ZSH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
    private Shell shell = Shell.BASH;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec, "the command line is not parsed yet");
        CommandLine root = command.root().commandLine();
        PrintWriter out = command.commandLine().getOut();
        if (shell == Shell.ZSH) {
            out.println("#compdef " + root.getCommandName());
        }
        out.print(AutoComplete.bash(root.getCommandName(), root));
        out.flush();
        return 0;
    }
}
