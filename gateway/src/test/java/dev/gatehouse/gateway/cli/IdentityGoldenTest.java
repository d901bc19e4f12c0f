package dev.gatehouse.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code token}, {@code create} and {@code import} say and write, word for word: one folder a case, with {@code
 * arguments.txt} (a line each), and where needed {@code environment.txt}, {@code stdin.txt} and the files of {@code in}.
 * Expected are {@code stdout.yaml}, {@code stderr.txt} with the exit code, and the files of {@code out}. Tokens are minted
 * from a fixed seed. {@code -Dgolden.update=true} writes what is expected anew, for a person to read before committing.
 */
class IdentityGoldenTest {

    private static final Path CASES = Path.of("src", "test", "resources");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> printsAndWritesWhatTheCaseSays() throws IOException {
        List<Path> cases = Stream.of("token", "create", "import")
                .flatMap(command -> cases(CASES.resolve(command)))
                .toList();
        assertThat(cases).hasSizeGreaterThan(20);
        return cases.stream()
                .map(each -> dynamicTest(CASES.relativize(each).toString(), () -> compare(new GoldenCommand(each))));
    }

    private void compare(GoldenCommand golden) throws IOException {
        Path here = folder.resolve(String.valueOf(golden.folder().getFileName()));
        golden.prepare(here);
        Run run = Run.gatehouse(golden.process(here), golden.arguments());
        var actual = new TreeMap<String, String>();
        actual.put("stdout.yaml", run.out());
        actual.put("stderr.txt", run.err() + "exit code " + run.exitCode() + "\n");
        actual.putAll(golden.written(here));
        actual.replaceAll((file, text) -> text.replace(here.toString(), "/here"));
        if (UPDATE) {
            golden.expect(actual);
        }
        assertThat(actual).isEqualTo(golden.expected());
    }

    private static Stream<Path> cases(Path command) {
        try (Stream<Path> cases = Files.list(command)) {
            return cases.sorted().toList().stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
