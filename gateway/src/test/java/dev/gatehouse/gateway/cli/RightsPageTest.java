package dev.gatehouse.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RightsPageTest {

    private static final Pattern SHOWN =
            Pattern.compile("```console\n\\$ gatehouse ([^\n]+)\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyCommandOnThePagePrintsWhatThePageShows() throws IOException {
        List<MatchResult> shown = SHOWN.matcher(Files.readString(Path.of("../docs/rights.md")))
                .results()
                .toList();
        assertThat(shown).isNotEmpty();
        for (MatchResult command : shown) {
            Run run = Run.gatehouse(
                    Map.of(),
                    command.group(1).replace("examples/", "../examples/").split(" ", -1));
            assertThat(run.out().replace("../examples/", "examples/")).isEqualTo(command.group(2));
        }
    }
}
