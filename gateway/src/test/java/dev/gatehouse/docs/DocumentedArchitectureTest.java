package dev.gatehouse.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of the architecture names every package that there is, and for what each may not do the rule that holds it. */
class DocumentedArchitectureTest {

    private static final String PAGE = "docs/architecture.md";
    private static final Pattern RULE = Pattern.compile("static final ArchRule\\s+(\\w+)\\s+=");
    private static final Pattern QUOTED = Pattern.compile("`(\\w+)`");

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "model", "operator"})
    void everyPackageHasItsRow(String module) throws IOException {
        List<String> named = rows(module).stream()
                .map(row -> row.split("`", 3)[1])
                .filter(name -> !name.equals(module))
                .toList();
        assertThat(named).containsExactlyInAnyOrderElementsOf(packages(module));
    }

    @Test
    void everyRowOfTheGatewayAndTheModelNamesRules() throws IOException {
        List<String> rows =
                Stream.concat(rows("gateway").stream(), rows("model").stream()).toList();
        List<String> there = rules("gateway/src/test/java/dev/gatehouse/gateway/ArchitectureTest.java");
        List<String> ofModel = rules("model/src/test/java/dev/gatehouse/model/ArrowsTest.java");
        assertThat(rows)
                .allSatisfy(row -> assertThat(quoted(lastCell(row)))
                        .isNotEmpty()
                        .allMatch(rule -> there.contains(rule) || ofModel.contains(rule)));
    }

    @Test
    void rulesThatRowsOfTheOperatorNameExist() throws IOException {
        List<String> there = rules("operator/src/test/java/dev/gatehouse/operator/OperatorArrowsTest.java");
        assertThat(rows("operator")).allSatisfy(row -> assertThat(there).containsAll(quoted(lastCell(row))));
    }

    @Test
    void everyRuleOfTheGatewayIsNamed() throws IOException {
        String page = Document.named(PAGE).text();
        assertThat(rules("gateway/src/test/java/dev/gatehouse/gateway/ArchitectureTest.java"))
                .hasSizeGreaterThan(20)
                .allSatisfy(rule -> assertThat(page).contains("`" + rule + "`"));
    }

    /** The rows of a module's table of packages. */
    private static List<String> rows(String module) throws IOException {
        return Document.named(PAGE).lines().stream()
                .dropWhile(line -> !line.equals("### " + module))
                .skip(1)
                .takeWhile(line -> !line.startsWith("#"))
                .filter(line -> line.startsWith("| `"))
                .toList();
    }

    private static String lastCell(String row) {
        int end = row.lastIndexOf('|');
        return row.substring(row.lastIndexOf('|', end - 1) + 1, end);
    }

    private static List<String> quoted(String text) {
        return QUOTED.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static List<String> rules(String test) throws IOException {
        return RULE.matcher(Files.readString(Document.REPOSITORY.resolve(test)))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static List<String> packages(String module) throws IOException {
        Path root = Document.REPOSITORY.resolve(module + "/src/main/java/dev/gatehouse/" + module);
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.endsWith("package-info.java"))
                    .map(file -> root.relativize(file.getParent()).toString().replace('/', '.'))
                    .filter(name -> !name.isEmpty())
                    .toList();
        }
    }
}
