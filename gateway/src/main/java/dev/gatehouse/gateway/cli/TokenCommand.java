package dev.gatehouse.gateway.cli;

import dev.gatehouse.gateway.cli.identity.TokenRules;
import dev.gatehouse.gateway.cli.identity.TokenSecret;
import dev.gatehouse.gateway.cli.manifest.IntendedReader;
import dev.gatehouse.gateway.cli.manifest.ManifestYaml;
import dev.gatehouse.gateway.cli.manifest.ReadBack;
import dev.gatehouse.gateway.source.directory.BoundedRead;
import dev.gatehouse.model.access.MintedToken;
import dev.gatehouse.model.access.TokenDigest;
import dev.gatehouse.model.resource.ObjectMeta;
import dev.gatehouse.model.resource.Secret;
import dev.gatehouse.model.resource.SecretValue;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gatehouse token}: a new token and its Secret, or the digest of one that exists. */
@Command(
        name = "token",
        description =
                "Makes a token, with its digest and a Secret that holds it; or prints the digest of an existing one.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "A token has 256 random bits: gth_, 43 letters and digits, and 6 more as a checksum.",
            "",
            "Examples:",
            "  gatehouse token --name cursor --namespace team-a | kubectl apply -f -",
            "  gatehouse token --bare > cursor.token           (the digest goes to standard error)",
            "  gatehouse token --digest-of cursor.token        (for sha256: in a manifest)",
            "",
            "Exit codes: 0 success, 1 the token is refused or cannot be read, 2 wrong usage."
        })
final class TokenCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--name", paramLabel = "NAME", description = "Whom it is for: names the Secret NAME-token.")
    private @Nullable String name;

    @Option(
            names = "--namespace",
            paramLabel = "NAMESPACE",
            defaultValue = ObjectMeta.DEFAULT_NAMESPACE,
            description = "Where the Secret stands (default: ${DEFAULT-VALUE}).")
    private String namespace = ObjectMeta.DEFAULT_NAMESPACE;

    @Option(names = "--secret-name", paramLabel = "NAME", description = "The name of the Secret itself.")
    private @Nullable String secretName;

    @Option(names = "--bare", description = "Print the token alone, and its digest to standard error.")
    private boolean bare;

    @Option(
            names = "--digest-of",
            paramLabel = "FILE",
            description = "Make none: print the SHA-256 of the token in this file, or in standard input for \"-\".")
    private @Nullable String digestOf;

    private final ProcessContext process;

    TokenCommand(ProcessContext process) {
        this.process = process;
    }

    @Override
    public Integer call() throws IOException {
        CommandSpec command = parsed();
        boolean forSecret = name != null || secretName != null;
        if ((digestOf != null && (bare || forSecret)) || (bare && forSecret)) {
            throw new ParameterException(
                    command.commandLine(), "--digest-of, --bare and the names of a Secret exclude each other");
        }
        if (digestOf != null) {
            return digest(digestOf, command);
        }
        MintedToken token = MintedToken.mint(process.random());
        return bare ? bare(token, command) : secret(token, command);
    }

    private int digest(String file, CommandSpec command) {
        String where = file.equals(TokenInput.STANDARD_INPUT) ? "standard input" : file;
        SecretValue token;
        try {
            token = new TokenInput(process).read(file);
        } catch (IOException e) {
            return refuse(command, where + " " + BoundedRead.reason(e));
        }
        String objection = TokenRules.objection(token);
        if (objection != null) {
            return refuse(command, "the token in " + where + " " + objection);
        }
        print(command.commandLine().getOut(), TokenDigest.ofToken(token.bytes()).hex() + "\n");
        return 0;
    }

    private static int bare(MintedToken token, CommandSpec command) {
        print(command.commandLine().getErr(), "sha256: " + token.digest().hex() + "\n");
        print(command.commandLine().getOut(), token.text() + "\n");
        return 0;
    }

    private int secret(MintedToken token, CommandSpec command) {
        String called = secretName != null ? secretName : (name == null ? "gatehouse" : name) + "-token";
        Secret secret = TokenSecret.of(namespace, called, SecretValue.of(token.text()));
        ReadBack readBack = ReadBack.of(List.of(secret), IntendedReader.DIRECTORY, Map.of());
        if (!readBack.malformed().isEmpty()) {
            return refuse(
                    command, "the Secret's " + readBack.malformed().getFirst().message());
        }
        print(
                command.commandLine().getOut(),
                "# sha256: " + token.digest().hex() + "\n"
                        + new ManifestYaml(IntendedReader.DIRECTORY).document(secret));
        return 0;
    }

    private static int refuse(CommandSpec command, String sentence) {
        print(command.commandLine().getErr(), command.qualifiedName() + ": " + sentence + "\n");
        return 1;
    }

    private static void print(PrintWriter to, String text) {
        to.print(text);
        to.flush();
    }

    private CommandSpec parsed() {
        if (spec == null) {
            throw new IllegalStateException("the command line is not parsed yet");
        }
        return spec;
    }
}
