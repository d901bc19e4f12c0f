package dev.gatehouse.gateway.source.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs the {@code git} of the machine, never a shell, and never with an argument that git could take for an option. It reads
 * from a file and writes to files, so that neither side waits for the other.
 */
final class GitCommand {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MAX_COMPLAINT = 300;

    private final Path repository;
    private final Path scratch;

    /**
     * @param repository a folder within the repository
     * @param scratch a folder for what git prints
     */
    GitCommand(Path repository, Path scratch) {
        this.repository = repository;
        this.scratch = scratch;
    }

    /** Gives the file with what git printed. */
    Path run(String name, Path input, List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(arguments);
        Path output = scratch.resolve(name + ".out");
        Path complaint = scratch.resolve(name + ".err");
        var builder = new ProcessBuilder(command)
                .directory(repository.toFile())
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(complaint.toFile());
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        builder.environment().put("GIT_NO_LAZY_FETCH", "1");
        int exitCode = await(start(builder));
        if (exitCode != 0) {
            throw new IOException("git says: " + beginning(complaint));
        }
        return output;
    }

    /** Runs without input. */
    Path run(String name, List<String> arguments) throws IOException {
        return run(name, Files.write(scratch.resolve("nothing"), new byte[0]), arguments);
    }

    private static Process start(ProcessBuilder builder) throws IOException {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new IOException("git cannot be run: " + e.getMessage(), e);
        }
    }

    private static int await(Process process) throws IOException {
        try {
            if (process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            throw new IOException("git takes longer than " + PATIENCE.toSeconds() + " seconds");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while git runs", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String beginning(Path complaint) throws IOException {
        try (var in = Files.newInputStream(complaint)) {
            String text = new String(in.readNBytes(MAX_COMPLAINT), StandardCharsets.UTF_8).strip();
            return text.isEmpty() ? "no such revision" : text.replaceAll("\\s*\\R\\s*", " ");
        }
    }
}
