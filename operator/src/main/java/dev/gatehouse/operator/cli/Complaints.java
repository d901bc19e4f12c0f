package dev.gatehouse.operator.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** One line for what went wrong, and the exit code that goes with it. */
final class Complaints {

    private Complaints() {}

    static int usage(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        return complain(
                command, name + ": " + oneLine(wrong) + " (see " + name + " --help)", CommandLine.ExitCode.USAGE);
    }

    static int failure(CommandLine command, Exception failure) {
        return complain(
                command,
                command.getCommandSpec().qualifiedName() + ": " + oneLine(failure),
                CommandLine.ExitCode.SOFTWARE);
    }

    private static int complain(CommandLine command, String line, int code) {
        PrintWriter err = command.getErr();
        err.println(line);
        err.flush();
        return code;
    }

    private static String oneLine(Exception failure) {
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
