package dev.gatehouse.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentedCausesTest {

    @Test
    void theOperationsPageListsEveryCauseInItsOwnWordsAndNoOther() throws IOException {
        List<String> documented = Files.readAllLines(Path.of("../docs/operations.md")).stream()
                .filter(line -> line.startsWith("| `upstream_"))
                .toList();

        assertThat(documented)
                .containsExactlyElementsOf(Arrays.stream(FailureCause.values())
                        .map(cause -> "| `" + cause.label() + "` | " + cause.sentence() + " |")
                        .toList());
    }

    @Test
    void aNameIsOneWordForSearching() {
        assertThat(FailureCause.values()).allSatisfy(cause -> {
            assertThat(cause.label()).matches("upstream_[a-z]+(_[a-z]+)*");
            assertThat(cause.sentence()).doesNotContain("\n", "|", "  ").doesNotEndWith(".");
        });
    }
}
