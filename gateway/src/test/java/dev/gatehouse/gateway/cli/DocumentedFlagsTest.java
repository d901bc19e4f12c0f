package dev.gatehouse.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class DocumentedFlagsTest {

    private static final Pattern FLAG = Pattern.compile("--[a-z]+(?:-[a-z]+)*");

    @Test
    void thePagesNameEveryFlagAndNoOther() throws IOException {
        String pages =
                Files.readString(Path.of("../docs/operations.md")) + Files.readString(Path.of("../docs/identities.md"));
        List<String> documented = FLAG.matcher(pages)
                .results()
                .map(MatchResult::group)
                .distinct()
                .sorted()
                .toList();
        assertThat(documented).isEqualTo(flags());
    }

    private static List<String> flags() {
        CommandLine command = GatehouseCommand.commandLine(Map.of(), options -> () -> {}, Clock.systemUTC());
        return all(command)
                .flatMap(each -> each.getCommandSpec().options().stream())
                .map(OptionSpec::longestName)
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<CommandLine> all(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(DocumentedFlagsTest::all));
    }
}
