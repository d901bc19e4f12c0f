package dev.gatehouse.gateway.cli;

import dev.gatehouse.gateway.cli.manifest.MadeObjects;
import dev.gatehouse.gateway.cli.mcpjungle.ImportSettings;
import dev.gatehouse.gateway.cli.mcpjungle.JungleImporter;
import dev.gatehouse.gateway.cli.mcpjungle.JungleKind;
import dev.gatehouse.model.resource.Kind;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatehouse import mcpjungle}. */
@Command(
        name = "mcpjungle",
        description = "Makes manifests of MCPJungle's JSON files of servers, tool groups, clients and users.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Variables and token files are read as MCPJungle's own command reads them. What cannot be carried over is said"
                    + " on standard error; if there is an error, nothing is written. See docs/mcpjungle.md.",
            "",
            "Examples:",
            "  gatehouse import mcpjungle ./jungle --output-dir manifests",
            "  gatehouse import mcpjungle ./jungle --target kubernetes --namespace tools | kubectl apply -f -",
            "",
            "Exit codes: 0 success, perhaps with warnings, 1 errors and nothing written, 2 wrong usage."
        })
final class ImportMcpJungleCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR", description = "JSON files, or folders that hold some.")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--kind",
            paramLabel = "server|group|client|user",
            description = "What all the files describe (default: what folder and fields say).")
    private @Nullable JungleKind kind;

    @Option(
            names = "--known-server",
            paramLabel = "NAME",
            description = "A server that exists here already under the name that it has there. May be repeated.")
    private Set<String> knownServers = new LinkedHashSet<>();

    @Mixin
    private OutputOptions output = new OutputOptions();

    private final ProcessContext process;

    ImportMcpJungleCommand(ProcessContext process) {
        this.process = process;
    }

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("the command line is not parsed yet");
        }
        var settings = new ImportSettings(output.namespace(), output.target(), false, Optional.of(knownServers));
        var files = new JungleFiles(process, output.outputDir());
        MadeObjects made = new JungleImporter(settings, process.environment(), files, process.random())
                .importAll(files.read(paths, kind))
                .judgedFor(output.target());
        int exitCode = new Delivery(spec, process, output).deliver(made);
        if (exitCode == 0) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("imported " + summary(made));
            err.flush();
        }
        return exitCode;
    }

    private static String summary(MadeObjects made) {
        return String.join(
                ", ",
                count(made, Kind.MCP_SERVER, "server"),
                count(made, Kind.MCP_ALLOW_LIST, "allow-list"),
                count(made, Kind.MCP_CLIENT, "client"),
                count(made, Kind.MCP_USER, "user"),
                count(made.remarks().stream().filter(remark -> !remark.error()).count(), "warning"));
    }

    private static String count(MadeObjects made, Kind kind, String noun) {
        return count(
                made.resources().stream()
                        .filter(resource -> resource.kind() == kind)
                        .count(),
                noun);
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
