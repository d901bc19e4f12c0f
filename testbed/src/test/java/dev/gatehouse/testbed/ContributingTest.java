package dev.gatehouse.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code CONTRIBUTING.md} leads people through the code, so what it names must be there. */
class ContributingTest {

    private static final Pattern PATH =
            Pattern.compile("`((?:model|gateway|operator|testbed|bench|docs|examples|crds|bin|hack|\\.ci)"
                    + "/[A-Za-z0-9._/-]+|crds|bench/run)`");
    private static final Pattern PACKAGE_OR_CLASS =
            Pattern.compile("`((?:model|gateway|operator|testbed|bench)(?:\\.[A-Za-z]+)+)`");

    @Test
    void everyPathIsThere() throws IOException {
        List<String> paths = named(PATH).toList();

        assertThat(paths).hasSizeGreaterThan(5);
        assertThat(paths)
                .allSatisfy(path -> assertThat(Repository.resolve(path)).exists());
    }

    @Test
    void everyPackageAndClassIsThere() throws IOException {
        List<String> names = named(PACKAGE_OR_CLASS).toList();

        assertThat(names).hasSizeGreaterThan(10);
        assertThat(names).allSatisfy(name -> assertThat(places(name)).as(name).anyMatch(Files::exists));
    }

    /** As a package or a class, of a module or of its tests. */
    private static Stream<Path> places(String name) {
        String module = name.substring(0, name.indexOf('.'));
        String inside = "/java/dev/gatehouse/" + name.replace('.', '/');
        return Stream.of("/src/main", "/src/test")
                .flatMap(tree ->
                        Stream.of(inside, inside + ".java").map(end -> Repository.resolve(module + tree + end)));
    }

    private static Stream<String> named(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(Repository.resolve("CONTRIBUTING.md")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct();
    }
}
