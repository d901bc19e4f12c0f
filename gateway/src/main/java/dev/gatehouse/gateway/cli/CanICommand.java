package dev.gatehouse.gateway.cli;

import dev.gatehouse.gateway.report.AnswerJson;
import dev.gatehouse.gateway.report.AnswerReport;
import dev.gatehouse.gateway.report.AnswerText;
import dev.gatehouse.gateway.source.directory.LoadedFolder;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.rights.AccessView;
import dev.gatehouse.model.rights.Inquiry;
import dev.gatehouse.model.rights.RightsKind;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gatehouse can-i}: whether a principal may do something, and which rule says so. */
@Command(
        name = "can-i",
        description = "Says whether a principal may use a tool, prompt or resource, and which rule decides.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "SERVER is the key under which a server is exposed; SERVER__NAME does as well. Only rights are judged: no"
                    + " server is asked whether it has the thing.",
            "",
            "Examples:",
            "  gatehouse can-i --as client/team-a/editor --tool demo/add examples/quickstart",
            "  gatehouse can-i --as client/team-a/editor --resource demo/doc://handbook/welcome examples/quickstart",
            "",
            "Exit codes: 0 allowed, 1 denied, 2 wrong usage, 3 answered, but an error in the folder may concern it."
        })
final class CanICommand implements Callable<Integer> {

    private static final int DENIED = 1;
    private static final int DOUBTFUL = 3;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private FolderArgument folder = new FolderArgument();

    @Option(
            names = "--as",
            paramLabel = "KIND/NAMESPACE/NAME",
            required = true,
            converter = PrincipalFlag.class,
            description = "The principal, such as client/team-a/cursor.")
    private @Nullable PrincipalKey principal;

    @ArgGroup(multiplicity = "1")
    private Thing thing = new Thing();

    @Option(
            names = "--output",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "How to print (default: ${DEFAULT-VALUE}).")
    private Output output = Output.TEXT;

    private final Map<String, String> environment;
    private final Clock clock;

    CanICommand(Map<String, String> environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    private enum Output {
        TEXT,
        JSON
    }

    private static final class Thing {

        @Option(
                names = "--tool",
                paramLabel = "SERVER/NAME",
                required = true,
                converter = NamedThing.Flag.class,
                description = "May it call this tool?")
        private @Nullable NamedThing tool;

        @Option(
                names = "--prompt",
                paramLabel = "SERVER/NAME",
                required = true,
                converter = NamedThing.Flag.class,
                description = "May it get this prompt?")
        private @Nullable NamedThing prompt;

        @Option(
                names = "--resource",
                paramLabel = "SERVER/URI",
                required = true,
                converter = NamedThing.Flag.class,
                description = "May it read this resource?")
        private @Nullable NamedThing resource;

        Inquiry askedBy(PrincipalKey principal) {
            if (tool != null) {
                return new Inquiry(principal, tool.server(), RightsKind.TOOLS, tool.name());
            }
            if (prompt != null) {
                return new Inquiry(principal, prompt.server(), RightsKind.PROMPTS, prompt.name());
            }
            if (resource != null) {
                return new Inquiry(principal, resource.server(), RightsKind.RESOURCES, resource.name());
            }
            throw new IllegalStateException("the command line must name one");
        }
    }

    @Override
    public Integer call() {
        if (spec == null || principal == null) {
            throw new IllegalStateException("the command line is not parsed yet");
        }
        LoadedFolder loaded = folder.load(environment, clock);
        AccessView view = loaded.view();
        Inquiry inquiry = thing.askedBy(principal);
        AnswerReport report =
                AnswerReport.of(loaded, folder.path(), view, inquiry, inquiry.answer(view, clock.instant()));
        PrintWriter out = spec.commandLine().getOut();
        switch (output) {
            case TEXT -> AnswerText.print(report, folder.path(), out);
            case JSON -> AnswerJson.print(report, folder.path(), out);
        }
        out.flush();
        return report.errors().isEmpty() ? (report.allowed() ? 0 : DENIED) : DOUBTFUL;
    }
}
