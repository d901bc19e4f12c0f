package dev.gatehouse.gateway.cli;

import dev.gatehouse.gateway.report.CheckJson;
import dev.gatehouse.gateway.report.CheckText;
import dev.gatehouse.gateway.report.GithubAnnotations;
import dev.gatehouse.gateway.source.directory.LoadedFolder;
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

/** {@code gatehouse check}: says what a gateway would refuse in a folder, without starting one. */
@Command(
        name = "check",
        description = "Prints every mistake in a folder of manifests, with file and line.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Variables and token files are read as serve would read them; their values are never printed.",
            "",
            "Examples:",
            "  gatehouse check ./manifests",
            "  gatehouse check --strict ./manifests                    (in a pipeline)",
            "  gatehouse check --strict --output github ./manifests    (in GitHub Actions: at the lines of the change)",
            "",
            "Exit codes: 0 clean, 1 errors, or with --strict warnings, 2 wrong usage."
        })
final class CheckCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private FolderArgument folder = new FolderArgument();

    @Option(names = "--strict", description = "Let warnings fail too.")
    private boolean strict;

    @Option(
            names = "--output",
            paramLabel = "text|json|github",
            defaultValue = "text",
            description = "How to print (default: ${DEFAULT-VALUE}).")
    private Output output = Output.TEXT;

    private enum Output {
        TEXT,
        JSON,
        GITHUB
    }

    private final Map<String, String> environment;
    private final Clock clock;

    CheckCommand(Map<String, String> environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("the command line is not parsed yet");
        }
        LoadedFolder loaded = folder.load(environment, clock);
        PrintWriter out = spec.commandLine().getOut();
        switch (output) {
            case TEXT -> CheckText.print(loaded, folder.path(), out);
            case JSON -> CheckJson.print(loaded, folder.path(), out);
            case GITHUB -> GithubAnnotations.print(loaded, folder.path(), out);
        }
        out.flush();
        return loaded.errors() > 0 || (strict && loaded.warnings() > 0) ? 1 : 0;
    }
}
