package dev.gatehouse.gateway.cli;

import dev.gatehouse.gateway.report.DiffJson;
import dev.gatehouse.gateway.report.DiffMarkdown;
import dev.gatehouse.gateway.report.DiffReport;
import dev.gatehouse.gateway.report.DiffText;
import dev.gatehouse.gateway.source.directory.LocatedFinding;
import dev.gatehouse.model.rights.RightsDiff;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatehouse diff}: whose rights a change widens or narrows. */
@Command(
        name = "diff",
        description = "Says whose rights a change of the manifests widens or narrows.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnInvalidInput = DiffCommand.WRONG_USAGE,
        footer = {
            "",
            "OLD and NEW are folders; what is no folder is read from git, as REV or REV:PATH of the repository around the"
                    + " working directory.",
            "",
            "Examples:",
            "  gatehouse diff main:manifests manifests",
            "  gatehouse diff --output markdown origin/main:manifests HEAD:manifests > comment.md",
            "",
            "Exit codes: 0 nothing widens, 1 NEW has errors or one side cannot be read, 2 rights widen, 64 wrong usage."
        })
final class DiffCommand implements Callable<Integer> {

    static final int WRONG_USAGE = 64;

    private static final int ERRORS = 1;
    private static final int WIDENED = 2;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "OLD", description = "The manifests before.")
    private String before = "";

    @Parameters(index = "1", paramLabel = "NEW", description = "The manifests after.")
    private String now = "";

    @Option(
            names = "--output",
            paramLabel = "text|json|markdown",
            defaultValue = "text",
            description = "How to print (default: ${DEFAULT-VALUE}).")
    private Output output = Output.TEXT;

    @Mixin
    private SecretsFlag secrets = new SecretsFlag();

    private final Map<String, String> environment;
    private final Clock clock;

    DiffCommand(Map<String, String> environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    private enum Output {
        TEXT,
        JSON,
        MARKDOWN
    }

    @Override
    public Integer call() throws IOException {
        if (spec == null) {
            throw new IllegalStateException("the command line is not parsed yet");
        }
        DiffSide old = DiffSide.read(before, environment, clock, secrets.missing());
        DiffSide fresh = DiffSide.read(now, environment, clock, secrets.missing());
        var report = new DiffReport(
                RightsDiff.between(old.folder().view(), fresh.folder().view()),
                before,
                now,
                old.folder().errors(),
                fresh.folder().findings().stream().filter(LocatedFinding::error).toList());
        PrintWriter out = spec.commandLine().getOut();
        switch (output) {
            case TEXT -> DiffText.print(report, out);
            case JSON -> DiffJson.print(report, out);
            case MARKDOWN -> DiffMarkdown.print(report, out);
        }
        out.flush();
        return report.errors().isEmpty() ? (report.diff().widens() ? WIDENED : 0) : ERRORS;
    }
}
