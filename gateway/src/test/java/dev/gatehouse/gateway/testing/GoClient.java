package dev.gatehouse.gateway.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A client on the official Go SDK, built below the build's folder by whichever test needs it first. Without Go the test is
 * skipped and says so.
 */
public final class GoClient {

    private final Path folder;
    private final Path program;

    private GoClient(Path folder, Path program) {
        this.folder = folder;
        this.program = program;
    }

    public static GoClient built() throws IOException, InterruptedException {
        assumeTrue(Execution.runs("go", "version"), "needs go on the PATH, to build a client on the Go SDK");
        Path module = Path.of(System.getProperty("basedir", ".")).toAbsolutePath();
        Path source = module.resolve("src/test/go");
        Path folder = Files.createDirectories(module.resolve("target/go"));
        Path program = folder.resolve("client");
        try (FileChannel lock = FileChannel.open(
                        folder.resolve("build.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = lock.lock()) {
            if (held.isValid() && isOlder(program, source)) {
                Execution.run(
                        folder.resolve("build.log"),
                        Map.of("CGO_ENABLED", "0", "GOTOOLCHAIN", "local"),
                        List.of(
                                "go",
                                "build",
                                "-C",
                                source.toString(),
                                "-ldflags=-s -w",
                                "-o",
                                program.toString(),
                                "."));
            }
        }
        return new GoClient(folder, program);
    }

    /** Runs it to its end and returns what it printed last. */
    public String run(String... arguments) throws IOException, InterruptedException {
        return Execution.lastLine(
                folder,
                Stream.concat(Stream.of(program.toString()), Stream.of(arguments))
                        .toList());
    }

    private static boolean isOlder(Path program, Path source) throws IOException {
        if (!Files.exists(program)) {
            return true;
        }
        for (String file : List.of("main.go", "go.mod", "go.sum")) {
            if (Files.getLastModifiedTime(program).compareTo(Files.getLastModifiedTime(source.resolve(file))) < 0) {
                return true;
            }
        }
        return false;
    }
}
