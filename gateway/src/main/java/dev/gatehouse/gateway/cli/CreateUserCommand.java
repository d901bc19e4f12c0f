package dev.gatehouse.gateway.cli;

import dev.gatehouse.gateway.cli.identity.NewIdentity.Profile;
import dev.gatehouse.model.resource.Role;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gatehouse create user}. */
@Command(
        name = "user",
        description = "Makes an McpUser: a person's identity, for the management API.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Without --token and --token-file a token is made. It stands in the Secret that is printed or written, and"
                    + " is shown nowhere else.",
            "",
            "Examples:",
            "  gatehouse create user ada --role Admin --digest-only",
            "  gatehouse create user bob --allow github --output-dir manifests",
            "",
            "Exit codes: 0 success, 1 refused and nothing written, 2 wrong usage."
        })
final class CreateUserCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private IdentityOptions identity = new IdentityOptions();

    @Option(names = "--role", paramLabel = "User|Admin", description = "What the user may see (default: User).")
    private @Nullable Role role;

    @Option(names = "--display-name", paramLabel = "TEXT", description = "What the user is called.")
    private @Nullable String displayName;

    @Option(names = "--email", paramLabel = "ADDRESS", description = "Where the user is reached.")
    private @Nullable String email;

    @Mixin
    private OutputOptions output = new OutputOptions();

    private final ProcessContext process;

    CreateUserCommand(ProcessContext process) {
        this.process = process;
    }

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("the command line is not parsed yet");
        }
        boolean given = role != null || displayName != null || email != null;
        return new IdentityCreation(spec, process, identity, output)
                .create(new Profile.User(displayName, email, role == null ? Role.USER : role), given);
    }
}
