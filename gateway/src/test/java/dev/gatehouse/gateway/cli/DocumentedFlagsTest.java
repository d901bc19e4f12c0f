package dev.gatehouse.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class DocumentedFlagsTest {

    private static final Pattern FLAG = Pattern.compile("--[a-z]+(?:-[a-z]+)*");

    @Test
    void theOperationsPageNamesEveryFlagOfServeAndNoneThatIsNotThere() throws IOException {
        List<String> documented = FLAG.matcher(Files.readString(Path.of("../docs/operations.md")))
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();

        assertThat(documented).containsAll(flags(Commands.named("serve")).toList());
        assertThat(Commands.all().stream().flatMap(DocumentedFlagsTest::flags)).containsAll(documented);
    }

    private static Stream<String> flags(CommandLine command) {
        return command.getCommandSpec().options().stream().map(OptionSpec::longestName);
    }
}
