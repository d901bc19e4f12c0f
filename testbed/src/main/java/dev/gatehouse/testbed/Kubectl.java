package dev.gatehouse.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs {@code kubectl} as a person would. */
public final class Kubectl {

    private final Path program;
    private final Path kubeconfig;
    private final Path scratch;

    Kubectl(Path program, Path kubeconfig, Path scratch) {
        this.program = program;
        this.kubeconfig = kubeconfig;
        this.scratch = scratch;
    }

    /** What a run left. */
    public record Result(int exitCode, String output, String errors) {}

    /** Runs with nothing on standard input. */
    public Result run(String... arguments) {
        return runWith("", arguments);
    }

    /** Runs with {@code input} on standard input. */
    public Result runWith(String input, String... arguments) {
        try {
            Path in = Files.createTempFile(scratch, "in", "");
            Path out = Files.createTempFile(scratch, "out", "");
            Path err = Files.createTempFile(scratch, "err", "");
            Files.writeString(in, input);
            Process process = new ProcessBuilder(command(arguments))
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            int exitCode = process.waitFor();
            return new Result(
                    exitCode,
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while kubectl ran", e);
        }
    }

    private List<String> command(String... arguments) {
        var command = new ArrayList<String>();
        command.add(program.toString());
        command.add("--kubeconfig=" + kubeconfig);
        command.add("--cache-dir=" + scratch.resolve("cache"));
        command.addAll(List.of(arguments));
        return command;
    }
}
