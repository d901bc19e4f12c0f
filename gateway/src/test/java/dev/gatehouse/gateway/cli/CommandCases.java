package dev.gatehouse.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

        /** A command line over {@code inputs} of the case; further words may stand in {@code arguments}, one a line. */
        String[] arguments(String command, String format, String... inputs) {
            try {
                var words = new ArrayList<>(List.of(command, "--output", format));
                Path more = folder.resolve("arguments");
                if (Files.exists(more)) {
                    Files.readAllLines(more).stream()
                            .filter(word -> !word.isEmpty())
                            .forEach(words::add);
                }
                for (String input : inputs) {
                    words.add(path(input));
                }
                return words.toArray(String[]::new);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
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
