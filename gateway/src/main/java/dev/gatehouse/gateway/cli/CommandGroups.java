package dev.gatehouse.gateway.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;

/** The list of commands in {@code gatehouse --help}, under headings that say what one wants to do. */
final class CommandGroups implements IHelpSectionRenderer {

    /** Where a command goes that has no heading yet, so that it is never missing. */
    static final String OTHER = "Other";

    private static final Map<String, List<String>> HEADINGS = headings();

    private static Map<String, List<String>> headings() {
        var headings = new LinkedHashMap<String, List<String>>();
        headings.put("Run a gateway", List.of("serve"));
        headings.put("Judge manifests, without a gateway", List.of("check", "can-i", "matrix", "diff"));
        headings.put("Write manifests", List.of("token", "create", "import"));
        headings.put("Use a running gateway", List.of("ls", "call", "render", "read", "whoami"));
        headings.put("Look into a running gateway, as an administrator", List.of("get"));
        headings.put("Set up your shell", List.of("completion"));
        return headings;
    }

    /** Each heading with those commands of {@code root} that belong there, in the order of the headings. */
    static Map<String, List<CommandLine>> of(CommandLine root) {
        var groups = new LinkedHashMap<String, List<CommandLine>>();
        var rest = new LinkedHashMap<>(root.getSubcommands());
        HEADINGS.forEach((heading, names) -> {
            for (String name : names) {
                CommandLine command = rest.remove(name);
                if (command != null) {
                    groups.computeIfAbsent(heading, absent -> new ArrayList<>()).add(command);
                }
            }
        });
        if (!rest.isEmpty()) {
            groups.put(OTHER, List.copyOf(rest.values()));
        }
        return groups;
    }

    @Override
    public String render(Help help) {
        var text = new StringBuilder();
        of(help.commandSpec().commandLine()).forEach((heading, commands) -> {
            text.append('\n').append(heading).append(":\n");
            for (CommandLine command : commands) {
                String[] description = command.getCommandSpec().usageMessage().description();
                text.append("  %-12s%s\n".formatted(command.getCommandName(), description[0]));
            }
        });
        return text.toString();
    }
}
