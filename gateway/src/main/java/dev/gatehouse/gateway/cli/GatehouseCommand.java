package dev.gatehouse.gateway.cli;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST;

import dev.gatehouse.gateway.Gateway;
import dev.gatehouse.gateway.cli.client.CallCommand;
import dev.gatehouse.gateway.cli.client.GetCommand;
import dev.gatehouse.gateway.cli.client.ListCommand;
import dev.gatehouse.gateway.cli.client.ReadCommand;
import dev.gatehouse.gateway.cli.client.RenderCommand;
import dev.gatehouse.gateway.cli.client.WhoamiCommand;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExitCodeGenerator;
import picocli.CommandLine.ParameterException;

/** The {@code gatehouse} command: parses, runs the subcommand and turns its result into an exit code. */
@Command(
        name = "gatehouse",
        description = "Decides who may use which MCP tool, as declared in YAML.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "gatehouse COMMAND --help says more about each.",
            "",
            "Examples:",
            "  gatehouse check examples/quickstart",
            "  gatehouse serve --manifests examples/quickstart",
            "  gatehouse create client cursor --allow github --output-dir manifests",
            "",
            "Exit codes: 0 success, 1 findings or a failure, 2 wrong usage; further ones where a command says so."
        })
public final class GatehouseCommand implements Runnable {

    private final CommandLine commandLine;

    private GatehouseCommand(ProcessContext process, Launcher launcher, Clock clock) {
        Map<String, String> environment = process.environment();
        commandLine = new CommandLine(this)
                .addSubcommand(new ServeCommand(environment, launcher, clock))
                .addSubcommand(new CheckCommand(environment, clock))
                .addSubcommand(new CanICommand(environment, clock))
                .addSubcommand(new MatrixCommand(environment, clock))
                .addSubcommand(new DiffCommand(environment, clock))
                .addSubcommand(new ListCommand(process.in()))
                .addSubcommand(new CallCommand(process.in()))
                .addSubcommand(new RenderCommand(process.in()))
                .addSubcommand(new ReadCommand(process.in()))
                .addSubcommand(new WhoamiCommand(process.in()))
                .addSubcommand(new GetCommand(process.in()))
                .addSubcommand(new CompletionCommand());
        commandLine
                .getSubcommands()
                .values()
                .forEach(sub -> sub.setDefaultValueProvider(new EnvironmentDefaults(environment)));
        addIdentityCommands(process);
        commandLine
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(GatehouseCommand::reportUsage)
                .setExecutionExceptionHandler((failure, command, parsed) -> report(command, failure));
        commandLine.getHelpSectionMap().put(SECTION_KEY_COMMAND_LIST, new CommandGroups());
        nameVersion(commandLine);
    }

    /** Added last: a variable such as GATEHOUSE_TOKEN is somebody's own, and must not become the token of somebody new. */
    private void addIdentityCommands(ProcessContext process) {
        commandLine
                .addSubcommand(new TokenCommand(process))
                .addSubcommand(CreateCommand.with(process))
                .addSubcommand(ImportCommand.with(process));
    }

    public static void main(String[] arguments) {
        System.exit(
                commandLine(System.getenv(), Gateway::start, Clock.systemUTC()).execute(arguments));
    }

    static CommandLine commandLine(Map<String, String> environment, Launcher launcher, Clock clock) {
        return commandLine(ProcessContext.ofThisProcess(environment), launcher, clock);
    }

    static CommandLine commandLine(ProcessContext process, Launcher launcher, Clock clock) {
        return new GatehouseCommand(process, launcher, clock).commandLine;
    }

    @Override
    public void run() {
        throw new ParameterException(
                commandLine,
                "say what to do: "
                        + String.join(", ", commandLine.getSubcommands().keySet()));
    }

    private static void nameVersion(CommandLine command) {
        command.getCommandSpec().versionProvider(new Version());
        command.getSubcommands().values().forEach(GatehouseCommand::nameVersion);
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
        return failure instanceof IExitCodeGenerator coded ? coded.getExitCode() : CommandLine.ExitCode.SOFTWARE;
    }

    private static String oneLine(Exception failure) {
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
