package dev.gatehouse.gateway.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gatehouse create}: makes the manifests of a client or user. */
@Command(
        name = "create",
        description = "Makes the manifests of a client or user, with a token.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(client | user)",
        footer = {
            "",
            "Examples:",
            "  gatehouse create client cursor --allow github",
            "  gatehouse create user ada --role Admin",
            "",
            "Exit codes: 0 made, 1 refused, 2 wrong usage."
        })
final class CreateCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    static CommandLine with(ProcessContext process) {
        return new CommandLine(new CreateCommand())
                .addSubcommand(new CreateClientCommand(process))
                .addSubcommand(new CreateUserCommand(process))
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public void run() {
        if (spec == null) {
            throw new IllegalStateException("the command line is not parsed yet");
        }
        throw new ParameterException(spec.commandLine(), "say what to create: client or user");
    }
}
