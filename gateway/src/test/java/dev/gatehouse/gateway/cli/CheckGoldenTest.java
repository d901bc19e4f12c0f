package dev.gatehouse.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What {@code gatehouse check} prints, word for word: one folder a case, with the manifests and the output. {@code
 * -Dgolden.update=true} writes the outputs anew, for a person to read before committing.
 */
class CheckGoldenTest {

    private static final Path CASES = Path.of("src", "test", "resources", "check");

    @TestFactory
    Stream<DynamicTest> printsWhatTheCaseSays() throws IOException {
        try (Stream<Path> cases = Files.list(CASES)) {
            return cases.sorted().toList().stream()
                    .map(each -> dynamicTest(String.valueOf(each.getFileName()), () -> compare(each)));
        }
    }

    private static void compare(Path folder) throws IOException {
        Run run = Run.gatehouse(Map.of(), "check", folder.resolve("manifests").toString());
        String printed = run.out().replace(folder + "/", "") + "exit code " + run.exitCode() + "\n";
        Path expected = folder.resolve("output.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, printed);
        }

        assertThat(printed).isEqualTo(Files.readString(expected));
        assertThat(run.err()).isEmpty();
    }
}
