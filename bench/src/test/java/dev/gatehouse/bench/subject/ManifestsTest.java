package dev.gatehouse.bench.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestsTest {

    @TempDir
    Path folder;

    @Test
    void everyClientHasARuleSetOfItsOwn() throws IOException {
        new Manifests(1, 1500, 20, RuleSets.OWN).write(folder);
        assertThat(count("kind: McpClient")).isEqualTo(1520);
        assertThat(count("  allow:")).isEqualTo(1520);
        assertThat(count("  allowListRefs:")).isZero();
    }

    @Test
    void onlyTheUnlimitedHaveNoException() throws IOException {
        new Manifests(1, 1500, 20, RuleSets.OWN).write(folder);
        long exceptionOfTheList = 1;
        assertThat(count("except: {tools: [secret]}")).isEqualTo(1500 + exceptionOfTheList);
    }

    @Test
    void sharedRulesStandInOneListForAll() throws IOException {
        new Manifests(1, 1500, 20, RuleSets.SHARED).write(folder);
        assertThat(count("  allow:")).isZero();
        assertThat(count("allowListRefs: [{name: all-but-one}]")).isEqualTo(1500);
        assertThat(count("allowListRefs: [{name: all}]")).isEqualTo(20);
    }

    @Test
    void editTakesTheRightsOfOneClientAway() throws IOException {
        var manifests = new Manifests(1, 10, 0, RuleSets.OWN);
        manifests.write(folder);
        manifests.edit(folder, false);
        assertThat(count("kind: McpClient")).isEqualTo(10);
        assertThat(count("  allow:")).isEqualTo(9);
    }

    private long count(String text) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            long count = 0;
            for (Path file : all) {
                count += Files.readAllLines(file).stream()
                        .filter(line -> line.contains(text))
                        .count();
            }
            return count;
        }
    }
}
