package dev.gatehouse.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pages name tests as {@code ClassTest} or {@code ClassTest.method}; a test that was renamed must not leave a promise without proof. */
class NamedTestsTest {

    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*[a-z]\\w*(?:Test|IT))(?:\\.(\\w+))?`");

    @Test
    void everyTestThatAPageNamesExists() throws IOException {
        Map<String, String> sources = testSources();
        List<String> missing = Document.all().stream()
                .flatMap(page -> NAMED.matcher(page.text()).results())
                .filter(named -> !exists(sources.get(named.group(1)), named.group(2)))
                .map(MatchResult::group)
                .toList();
        assertThat(missing).isEmpty();
    }

    @Test
    void everyItemOfTheAttackListNamesATest() throws IOException {
        List<String> rows = Document.named("docs/security.md").lines().stream()
                .filter(line -> line.matches("\\| [ABC]\\d+ .*"))
                .toList();
        assertThat(rows)
                .hasSizeGreaterThanOrEqualTo(23)
                .allSatisfy(row -> assertThat(NAMED.matcher(row).results()).isNotEmpty());
    }

    /** Rows of what is not built yet say so. */
    @Test
    void everyLineOfTheComparisonNamesATestOrSaysThatItIsOpen() throws IOException {
        List<String> rows = Document.named("docs/mcpjungle.md").lines().stream()
                .filter(line -> line.matches("\\| [PW]\\d+ .*"))
                .toList();
        assertThat(rows)
                .hasSize(26)
                .allSatisfy(row -> assertThat(NAMED.matcher(row).find() || row.contains("open: "))
                        .as(row)
                        .isTrue());
    }

    private static boolean exists(@Nullable String source, @Nullable String method) {
        return source != null && (method == null || source.contains(" " + method + "("));
    }

    private static Map<String, String> testSources() throws IOException {
        try (Stream<Path> files = Files.walk(Document.REPOSITORY)) {
            return files.filter(path -> path.toString().contains("/src/test/java/"))
                    .filter(path -> path.toString().matches(".*(Test|IT)\\.java"))
                    .collect(Collectors.toMap(NamedTestsTest::className, NamedTestsTest::read, String::concat));
        }
    }

    private static String className(Path path) {
        return path.getFileName().toString().replace(".java", "");
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
