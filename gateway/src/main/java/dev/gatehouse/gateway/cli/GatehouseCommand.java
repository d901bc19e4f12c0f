package dev.gatehouse.gateway.cli;

import dev.gatehouse.gateway.Gateway;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The {@code gatehouse} command: parses, runs the subcommand and turns its result into an exit code. */
@Command(
        name = "gatehouse",
        description = "Decides who may use which MCP tool, as declared in YAML.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  gatehouse check examples/quickstart",
            "  gatehouse serve --manifests examples/quickstart",
            "",
            "Exit codes: 0 success, 1 findings or a failed start, 2 wrong usage; where a command has others, its help says"
                    + " so."
        })
public final class GatehouseCommand implements Runnable {

    private final CommandLine commandLine;

    private GatehouseCommand(Map<String, String> environment, Launcher launcher, Clock clock) {
        commandLine = new CommandLine(this)
                .addSubcommand(new ServeCommand(environment, launcher, clock))
                .addSubcommand(new CheckCommand(environment, clock))
                .addSubcommand(new CanICommand(environment, clock))
                .addSubcommand(new MatrixCommand(environment, clock))
                .addSubcommand(new DiffCommand(environment, clock))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(GatehouseCommand::reportUsage)
                .setExecutionExceptionHandler((failure, command, parsed) -> report(command, failure));
        commandLine
                .getSubcommands()
                .values()
                .forEach(sub -> sub.setDefaultValueProvider(new EnvironmentDefaults(environment)));
    }

    public static void main(String[] arguments) {
        System.exit(
                commandLine(System.getenv(), Gateway::start, Clock.systemUTC()).execute(arguments));
    }

    static CommandLine commandLine(Map<String, String> environment, Launcher launcher, Clock clock) {
        return new GatehouseCommand(environment, launcher, clock).commandLine;
    }

    @Override
    public void run() {
        throw new ParameterException(
                commandLine,
                "say what to do: "
                        + String.join(", ", commandLine.getSubcommands().keySet()));
    }

    private static int reportUsage(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        PrintWriter err = command.getErr();
        err.println(name + ": " + oneLine(wrong) + " (see " + name + " --help)");
        err.flush();
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static int report(CommandLine command, Exception failure) {
        PrintWriter err = command.getErr();
        err.println(command.getCommandSpec().qualifiedName() + ": " + oneLine(failure));
        err.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static String oneLine(Exception failure) {
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
