package dev.gatehouse.gateway.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code docs/cli.md}: what each command's help says, as one page. */
final class CommandReference {

    private static final String INTRODUCTION = """
            # Commands

            <!-- Made by CommandReferenceTest from the commands themselves: change those, then say `make docs`. -->

            Every command takes `--help` and `--version`. Each option that has a variable takes its value from there when it is not
            given; an option wins over its variable. Results go to standard output, everything else to standard error.
            """;

    private CommandReference() {}

    static String page() {
        var page = new StringBuilder(INTRODUCTION);
        CommandGroups.of(Commands.root()).forEach((heading, commands) -> {
            page.append("\n| ").append(heading).append(" | |\n|---|---|\n");
            commands.forEach(command -> page.append("| ")
                    .append(link(command))
                    .append(" | ")
                    .append(cell(description(command)))
                    .append(" |\n"));
        });
        Commands.all().stream().skip(1).forEach(command -> section(command, page));
        return page.toString();
    }

    private static void section(CommandLine command, StringBuilder page) {
        page.append("\n## ").append(Commands.name(command)).append("\n\n");
        page.append(prose(description(command))).append("\n\n");
        page.append(block("text", List.of(synopsis(command))));
        List<String> rows = rows(command);
        if (!rows.isEmpty()) {
            page.append("\n| | | Variable |\n|---|---|---|\n").append(String.join("", rows));
        }
        page.append('\n').append(block("sh", Commands.examples(command)));
        Commands.remarks(command)
                .forEach(remark -> page.append('\n').append(prose(remark)).append('\n'));
    }

    private static List<String> rows(CommandLine command) {
        List<String> rows = new ArrayList<>();
        for (PositionalParamSpec parameter : command.getCommandSpec().positionalParameters()) {
            rows.add(row(parameter.paramLabel(), parameter.description(), ""));
        }
        boolean readsVariables = command.getDefaultValueProvider() instanceof EnvironmentDefaults;
        for (OptionSpec option : command.getCommandSpec().options()) {
            if (!option.usageHelp() && !option.versionHelp() && !option.hidden()) {
                String variable = readsVariables && EnvironmentDefaults.hasVariable(option)
                        ? code(EnvironmentDefaults.variable(option.longestName()))
                        : "";
                rows.add(row(flag(option), option.description(), variable));
            }
        }
        return rows;
    }

    private static String flag(OptionSpec option) {
        String names = String.join(", ", option.names());
        return option.arity().max() == 0 ? names : names + " " + option.paramLabel();
    }

    private static String row(String what, String[] description, String variable) {
        return "| " + cell(code(what)) + " | " + cell(String.join(" ", description)) + " | " + variable + " |\n";
    }

    private static String description(CommandLine command) {
        return String.join(" ", command.getCommandSpec().usageMessage().description());
    }

    private static String synopsis(CommandLine command) {
        return new Help(command.getCommandSpec(), Help.defaultColorScheme(Help.Ansi.OFF))
                .synopsis(0)
                .strip();
    }

    private static String link(CommandLine command) {
        String name = Commands.name(command);
        return "[`" + name + "`](#" + name.toLowerCase(Locale.ROOT).replace(' ', '-') + ")";
    }

    private static String block(String language, List<String> lines) {
        return Stream.of(List.of("```" + language), lines, List.of("```"))
                .flatMap(List::stream)
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private static String cell(String text) {
        return prose(text.replace("|", "\\|"));
    }

    /** What Markdown would take for a tag is meant as it stands. */
    private static String prose(String text) {
        return text.replace("<", "&lt;");
    }
}
