package dev.gatehouse.gateway.cli;

import dev.gatehouse.gateway.cli.identity.NewIdentity.Profile;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gatehouse create client}. */
@Command(
        name = "client",
        description = "Makes an McpClient: a machine's identity, for the MCP endpoints.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Without --token and --token-file a token is made. It stands in the Secret that is printed or written, and"
                    + " is shown nowhere else.",
            "",
            "Examples:",
            "  gatehouse create client cursor --allow 'github:get_*,list_*' --output-dir manifests",
            "  gatehouse create client nightly --namespace team-a --allow platform/github | kubectl apply -f -",
            "  gatehouse create client ci --digest-only --token-file ci.token",
            "",
            "Exit codes: 0 success, 1 refused and nothing written, 2 wrong usage."
        })
final class CreateClientCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private IdentityOptions identity = new IdentityOptions();

    @Option(names = "--description", paramLabel = "TEXT", description = "What the client is.")
    private @Nullable String description;

    @Mixin
    private OutputOptions output = new OutputOptions();

    private final ProcessContext process;

    CreateClientCommand(ProcessContext process) {
        this.process = process;
    }

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("the command line is not parsed yet");
        }
        return new IdentityCreation(spec, process, identity, output)
                .create(new Profile.Client(description), description != null);
    }
}
