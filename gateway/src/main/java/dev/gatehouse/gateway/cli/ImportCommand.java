package dev.gatehouse.gateway.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gatehouse import}: makes manifests of what another gateway is configured with. */
@Command(
        name = "import",
        description = "Makes manifests of another gateway's configuration.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "mcpjungle",
        footer = {
            "",
            "Examples:",
            "  gatehouse import mcpjungle ./jungle --output-dir manifests",
            "",
            "Exit codes: 0 made, 1 refused, 2 wrong usage."
        })
final class ImportCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    static CommandLine with(ProcessContext process) {
        return new CommandLine(new ImportCommand())
                .addSubcommand(new ImportMcpJungleCommand(process))
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public void run() {
        if (spec == null) {
            throw new IllegalStateException("the command line is not parsed yet");
        }
        throw new ParameterException(spec.commandLine(), "say what to import from: mcpjungle");
    }
}
