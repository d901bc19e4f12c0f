package dev.gatehouse.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;

/** The help of the commands, and {@code docs/cli.md}, which {@code -Dgolden.update=true} or {@code make docs} makes of it. */
class CommandReferenceTest {

    private static final Path PAGE = Path.of("../docs/cli.md");

    @Test
    void thePageSaysWhatTheCommandsSay() throws IOException {
        String page = CommandReference.page();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
                .as("docs/cli.md is not what the commands say; make it anew with `make docs`")
                .isEqualTo(page);
    }

    @TestFactory
    Stream<DynamicTest> everyCommandSaysWhatItDoesWithExamplesAndExitCodes() {
        return Commands.all().stream()
                .map(command -> dynamicTest(Commands.name(command), () -> {
                    assertThat(command.getCommandSpec().usageMessage().description())
                            .isNotEmpty();
                    assertThat(Commands.examples(command)).isNotEmpty().allMatch(line -> line.contains("gatehouse "));
                    assertThat(Commands.remarks(command)).anyMatch(line -> line.startsWith("Exit codes: "));
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyExampleCanBeParsed() {
        return Commands.all().stream()
                .flatMap(command -> Commands.examples(command).stream())
                .map(example -> dynamicTest(
                        example,
                        () -> assertThatCode(() -> Commands.root()
                                        .parseArgs(Commands.arguments(example).toArray(String[]::new)))
                                .doesNotThrowAnyException()));
    }

    @TestFactory
    Stream<DynamicTest> everyDefaultIsSaid() {
        return Commands.all().stream()
                .map(command -> dynamicTest(
                        Commands.name(command),
                        () -> assertThat(command.getCommandSpec().args())
                                .filteredOn(argument -> argument.defaultValue() != null
                                        && argument.arity().max() > 0)
                                .allMatch(argument ->
                                        String.join(" ", argument.description()).contains("default: "))));
    }

    @Test
    void everyCommandStandsUnderAHeadingOfTheHelp() {
        CommandLine root = Commands.root();

        assertThat(CommandGroups.of(root)).doesNotContainKey(CommandGroups.OTHER);
        assertThat(root.getUsageMessage())
                .contains("Run a gateway:\n  serve ", "Use a running gateway:\n  ls ")
                .contains(root.getSubcommands().keySet());
    }
}
