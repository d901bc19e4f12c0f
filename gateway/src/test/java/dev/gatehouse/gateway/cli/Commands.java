package dev.gatehouse.gateway.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;

/** The commands as the parser knows them, for tests about all of them. */
final class Commands {

    private static final Pattern WORD = Pattern.compile("'([^']*)'|\\S+");

    private Commands() {}

    static CommandLine root() {
        return GatehouseCommand.commandLine(Map.of(), options -> () -> {}, Clock.systemUTC());
    }

    /** The root, its commands in the order of the help, and below each its own. */
    static List<CommandLine> all() {
        CommandLine root = root();
        List<CommandLine> all = new ArrayList<>();
        all.add(root);
        CommandGroups.of(root).values().stream().flatMap(List::stream).forEach(command -> add(command, all));
        return all;
    }

    static CommandLine named(String name) {
        return all().stream()
                .filter(command -> command.getCommandName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName();
    }

    /** The lines below {@code Examples:} in the help, without their indentation. */
    static List<String> examples(CommandLine command) {
        return Stream.of(command.getCommandSpec().usageMessage().footer())
                .dropWhile(line -> !line.equals("Examples:"))
                .skip(1)
                .takeWhile(line -> line.startsWith("  "))
                .map(String::strip)
                .toList();
    }

    /** The paragraphs of the help's end beside the examples, one string each. */
    static List<String> remarks(CommandLine command) {
        return Stream.of(command.getCommandSpec().usageMessage().footer())
                .filter(line -> !line.isBlank() && !line.startsWith("  ") && !line.equals("Examples:"))
                .toList();
    }

    /** The words behind {@code gatehouse} in an example, without the pipes, redirections and remarks around it. */
    static List<String> arguments(String example) {
        String command = example.substring(example.indexOf("gatehouse ") + "gatehouse ".length())
                .replaceFirst("\\s{2,}\\(.*\\)$", "")
                .replaceFirst(" [|>)].*$|\\)$", "");
        return WORD.matcher(command).results().map(Commands::word).toList();
    }

    private static String word(MatchResult match) {
        return match.group(1) == null ? match.group() : match.group(1);
    }

    private static void add(CommandLine command, List<CommandLine> all) {
        all.add(command);
        command.getSubcommands().values().stream().distinct().forEach(each -> add(each, all));
    }
}
