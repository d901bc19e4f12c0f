package dev.gatehouse.gateway.cli.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where the user's token comes from: a file, standard input, the environment, or, with a warning, the command line. */
final class TokenFlags {

    private static final int MAX_FILE_BYTES = 2 * BearerToken.MAX_LENGTH;

    @Option(
            names = "--token-file",
            paramLabel = "FILE|-",
            description = "Where your token as a user stands; - reads it from standard input.")
    private @Nullable Path file;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "The token itself. Set GATEHOUSE_TOKEN instead: arguments show in the process list.")
    private @Nullable String text;

    private final InputStream standardInput;

    TokenFlags(InputStream standardInput) {
        this.standardInput = standardInput;
    }

    BearerToken read(CommandLine command) {
        boolean typed = isTyped(command, "--token");
        if (typed && isTyped(command, "--token-file")) {
            throw new ParameterException(command, "give --token-file or --token, not both");
        }
        if (typed) {
            warn(command.getErr());
        }
        try {
            return BearerToken.of(source(command));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new ParameterException(command, "--token-file: " + file + ": " + e.getMessage());
        }
    }

    boolean readsStandardInput(CommandLine command) {
        return usesFile(command) && InputFile.STANDARD_INPUT.equals(file);
    }

    /** A flag wins over a variable, and among the variables the token over the file. */
    private boolean usesFile(CommandLine command) {
        return isTyped(command, "--token-file") || (text == null && file != null);
    }

    private String source(CommandLine command) throws IOException {
        if (usesFile(command)) {
            byte[] bytes = InputFile.read(Objects.requireNonNull(file), standardInput, MAX_FILE_BYTES);
            return new String(bytes, StandardCharsets.UTF_8).strip();
        }
        if (text == null) {
            throw new ParameterException(command, "who are you? Set GATEHOUSE_TOKEN, or give --token-file");
        }
        return text;
    }

    private static boolean isTyped(CommandLine command, String flag) {
        return command.getParseResult().hasMatchedOption(flag);
    }

    private static void warn(PrintWriter err) {
        err.println("warning: --token shows in the process list; GATEHOUSE_TOKEN or --token-file does not");
        err.flush();
    }
}
