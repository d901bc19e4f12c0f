package dev.gatehouse.gateway.cli;

import dev.gatehouse.gateway.cli.identity.AllowFlag;
import dev.gatehouse.model.resource.Rule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What clients and users are made from alike. */
final class IdentityOptions {

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The name of the object.")
    private @Nullable String name;

    @Option(
            names = "--conf",
            paramLabel = "FILE",
            description = "Take everything from a JSON file of MCPJungle instead (see docs/mcpjungle.md).")
    private @Nullable Path conf;

    @ArgGroup
    private @Nullable TokenOrigin token;

    @Option(
            names = "--digest-only",
            description = "Put only the digest into the manifest; a token that is made goes to standard error, once.")
    private boolean digestOnly;

    @Option(
            names = "--allow",
            paramLabel = "[NAMESPACE/]SERVER[:TOOL,...]",
            converter = AllowFlag.class,
            description = "What it may use: a whole server, or some of its tools, by name or glob. May be repeated.")
    private List<Rule> allow = new ArrayList<>();

    /** A token of the user's own. */
    static final class TokenOrigin {

        @Option(names = "--token", paramLabel = "TOKEN", description = "The token; other users can see it in ps.")
        private @Nullable String text;

        @Option(
                names = "--token-file",
                paramLabel = "FILE",
                description = "A file that holds the token, or \"-\" for standard input.")
        private @Nullable String file;

        @Nullable
        String text() {
            return text;
        }

        @Nullable
        String file() {
            return file;
        }

        boolean isGiven() {
            return text != null || file != null;
        }
    }

    @Nullable
    String name() {
        return name;
    }

    @Nullable
    Path conf() {
        return conf;
    }

    TokenOrigin token() {
        return token == null ? new TokenOrigin() : token;
    }

    boolean digestOnly() {
        return digestOnly;
    }

    List<Rule> allow() {
        return allow;
    }
}
