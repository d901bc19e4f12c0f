package dev.gatehouse.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Golden cases of one command: a folder each, with what goes in and an {@code output.*} for each format. {@code
 * -Dgolden.update=true} writes the outputs anew, for a person to read before committing.
 */
final class CommandCases {

    private static final Path ROOT = Path.of("src", "test", "resources");

    private CommandCases() {}

    static Stream<Case> in(String command) throws IOException {
        try (Stream<Path> cases = Files.list(ROOT.resolve(command))) {
            return cases.sorted().map(Case::new).toList().stream();
        }
    }

    record Case(Path folder) {

        String path(String name) {
            return folder.resolve(name).toString();
        }

        /** The lines of a file of the case, each a word of the command line. */
        List<String> words(String file) throws IOException {
            return Files.readAllLines(folder.resolve(file));
        }

        /** Runs the command and compares all that it prints, with its exit code, with {@code output.FORMAT}. */
        DynamicTest test(String format, String... arguments) {
            return dynamicTest(folder.getFileName() + " as " + format, () -> {
                Run run = Run.gatehouse(Map.of(), arguments);
                String printed = run.out().replace(folder + "/", "") + run.err() + "exit code " + run.exitCode() + "\n";
                Path expected = folder.resolve("output." + format);
                if (Boolean.getBoolean("golden.update")) {
                    Files.writeString(expected, printed);
                }
                assertThat(printed).isEqualTo(Files.readString(expected));
            });
        }
    }
}
