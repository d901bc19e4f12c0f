package dev.gatehouse.operator.chart;

import dev.gatehouse.testbed.Repository;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** Runs helm as a person would. */
public final class Helm {

    private final Path program;
    private final @Nullable Path kubeconfig;

    private Helm(Path program, @Nullable Path kubeconfig) {
        this.program = program;
        this.kubeconfig = kubeconfig;
    }

    /** The one on the PATH, or the one that {@code hack/helm/build.sh} builds; the test is skipped where neither can be. */
    public static Helm found() {
        Assumptions.assumeTrue(
                onPath("helm") || onPath("go"), "Helm is not here, nor Go to build it: install one of the two.");
        Result built =
                run(new ProcessBuilder(Repository.resolve("hack/helm/build.sh").toString()));
        if (built.exitCode() != 0) {
            throw new IllegalStateException("hack/helm/build.sh failed: " + built.errors());
        }
        return new Helm(Path.of(built.output().strip()), null);
    }

    /** The same, on a cluster. */
    public Helm on(Path cluster) {
        return new Helm(program, cluster);
    }

    /** What a run left. */
    public record Result(int exitCode, String output, String errors) {

        /** @throws AssertionError when it failed, with what helm says */
        public Result orThrow() {
            if (exitCode != 0) {
                throw new AssertionError("helm ended with " + exitCode + ": " + errors + output);
            }
            return this;
        }
    }

    public Result run(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(program.toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        builder.environment().put("KUBECONFIG", kubeconfig == null ? "/dev/null" : kubeconfig.toString());
        return run(builder);
    }

    private static Result run(ProcessBuilder builder) {
        try {
            Path out = Files.createTempFile("helm", ".out");
            Path err = Files.createTempFile("helm", ".err");
            int exitCode = builder.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start()
                    .waitFor();
            var result = new Result(exitCode, Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while helm ran", e);
        }
    }

    private static boolean onPath(String name) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, name))) {
                return true;
            }
        }
        return false;
    }
}
