package dev.gatehouse.gateway.cli;

import dev.gatehouse.gateway.cli.identity.TokenRules;
import dev.gatehouse.gateway.source.directory.BoundedRead;
import dev.gatehouse.model.resource.SecretValue;
import java.io.IOException;

/** Reads a token from a file, or from standard input where the file is {@code -}. */
final class TokenInput {

    static final String STANDARD_INPUT = "-";

    private static final int MAX_BYTES = 64 << 10;

    private final ProcessContext process;

    TokenInput(ProcessContext process) {
        this.process = process;
    }

    SecretValue read(String file) throws IOException {
        return TokenRules.stripped(
                file.equals(STANDARD_INPUT)
                        ? process.in().readNBytes(MAX_BYTES)
                        : BoundedRead.read(process.folder().resolve(file), MAX_BYTES));
    }
}
