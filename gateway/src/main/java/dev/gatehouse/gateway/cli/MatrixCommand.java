package dev.gatehouse.gateway.cli;

import dev.gatehouse.gateway.report.MatrixJson;
import dev.gatehouse.gateway.report.MatrixTable;
import dev.gatehouse.gateway.source.directory.LoadedFolder;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.rights.RightsMatrix;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gatehouse matrix}: who may use what. */
@Command(
        name = "matrix",
        description = "Shows who may use what: a row for each principal, a column for each server.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "A cell says all, - for nothing, or the patterns of tools, prompts and resources. What is refused, suspended or"
                    + " without a usable token has no rights.",
            "",
            "Examples:",
            "  gatehouse matrix examples/quickstart",
            "  gatehouse matrix --server demo --output csv examples/quickstart",
            "",
            "Exit codes: 0 printed, 1 printed, but the folder has errors (see gatehouse check), 2 wrong usage."
        })
final class MatrixCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private FolderArgument folder = new FolderArgument();

    @Option(
            names = "--as",
            paramLabel = "KIND/NAMESPACE/NAME",
            converter = PrincipalFlag.class,
            description = "Only this principal, such as client/team-a/cursor.")
    private @Nullable PrincipalKey principal;

    @Option(names = "--server", paramLabel = "KEY", description = "Only the server that is exposed under this key.")
    private @Nullable String server;

    @Option(
            names = "--output",
            paramLabel = "table|json|csv",
            defaultValue = "table",
            description = "How to print (default: ${DEFAULT-VALUE}).")
    private Output output = Output.TABLE;

    private final Map<String, String> environment;
    private final Clock clock;

    MatrixCommand(Map<String, String> environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    private enum Output {
        TABLE,
        JSON,
        CSV
    }

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("the command line is not parsed yet");
        }
        LoadedFolder loaded = folder.load(environment, clock);
        RightsMatrix matrix = RightsMatrix.of(
                loaded.view(),
                key -> principal == null || key.equals(principal),
                each -> server == null || each.key().equals(server));
        PrintWriter out = spec.commandLine().getOut();
        switch (output) {
            case TABLE -> MatrixTable.print(matrix, out);
            case JSON -> MatrixJson.print(matrix, out);
            case CSV -> MatrixTable.printCsv(matrix, out);
        }
        out.flush();
        return loaded.errors() > 0 ? 1 : 0;
    }
}
