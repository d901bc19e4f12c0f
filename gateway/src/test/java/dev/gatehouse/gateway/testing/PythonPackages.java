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
 * MCP software from PyPI in a virtual environment of the build, installed by whichever test needs it first. Without Python
 * the test is skipped and says so.
 */
public final class PythonPackages {

    private static final String SUFFICES = "import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 10))";

    private final Path python;
    private final Path scripts;

    private PythonPackages(Path python, Path scripts) {
        this.python = python;
        this.scripts = scripts;
    }

    public static PythonPackages installed() throws IOException, InterruptedException {
        assumeTrue(
                Execution.runs("python3", "-c", SUFFICES),
                "needs python3 3.10 or newer with venv and pip on the PATH, to run MCP clients from PyPI");
        Path module = Path.of(System.getProperty("basedir", ".")).toAbsolutePath();
        Path scripts = module.resolve("src/test/python");
        Path folder = Files.createDirectories(module.resolve("target/python"));
        try (FileChannel lock = FileChannel.open(
                        folder.resolve("install.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = lock.lock()) {
            if (held.isValid()) {
                install(scripts.resolve("requirements.txt"), folder);
            }
        }
        return new PythonPackages(folder.resolve("bin/python"), scripts);
    }

    /** Runs a script to its end and returns what it printed last. */
    public String run(String script, String... arguments) throws IOException, InterruptedException {
        return Execution.lastLine(
                scripts,
                Stream.concat(Stream.of(python.toString(), "-B", script), Stream.of(arguments))
                        .toList());
    }

    private static void install(Path requirements, Path folder) throws IOException, InterruptedException {
        String wanted = Files.readString(requirements);
        Path done = folder.resolve("installed.txt");
        if (Files.exists(done) && Files.readString(done).equals(wanted)) {
            return;
        }
        Path log = folder.resolve("install.log");
        Execution.run(log, Map.of(), List.of("python3", "-m", "venv", folder.toString()));
        Execution.run(
                log,
                Map.of("PIP_DISABLE_PIP_VERSION_CHECK", "1"),
                List.of(
                        folder.resolve("bin/python").toString(),
                        "-m",
                        "pip",
                        "install",
                        "--quiet",
                        "--no-compile",
                        "--requirement",
                        requirements.toString()));
        Files.writeString(done, wanted);
    }
}
