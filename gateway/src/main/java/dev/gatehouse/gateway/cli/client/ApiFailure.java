package dev.gatehouse.gateway.cli.client;

import picocli.CommandLine.IExitCodeGenerator;

/** A request without the answer that was hoped for. The message is one harmless line; the exit code says what kind it is. */
final class ApiFailure extends Exception implements IExitCodeGenerator {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    ApiFailure(int exitCode, String message) {
        super(SafeText.line(message));
        this.exitCode = exitCode;
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }
}
