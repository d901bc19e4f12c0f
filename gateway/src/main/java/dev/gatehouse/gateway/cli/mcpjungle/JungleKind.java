package dev.gatehouse.gateway.cli.mcpjungle;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a file describes. */
public enum JungleKind {
    SERVER,
    GROUP,
    CLIENT,
    USER;

    /** By the nearest folder around {@code file} that is called after a kind. */
    public static Optional<JungleKind> ofFolder(Path file) {
        for (int i = file.getNameCount() - 2; i >= 0; i--) {
            String folder = file.getName(i).toString();
            for (JungleKind kind : values()) {
                if (kind.folders().contains(folder)) {
                    return Optional.of(kind);
                }
            }
        }
        return Optional.empty();
    }

    /** The kinds that have one of {@code names} to themselves. */
    static Set<JungleKind> ofFields(Set<String> names) {
        var kinds = EnumSet.noneOf(JungleKind.class);
        for (JungleKind kind : values()) {
            if (names.stream().anyMatch(kind.fields()::contains)) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    private Set<String> folders() {
        return switch (this) {
            case SERVER -> Set.of("servers", "mcp_servers", "mcp-servers");
            case GROUP -> Set.of("groups", "tool_groups", "tool-groups");
            case CLIENT -> Set.of("clients", "mcp_clients", "mcp-clients");
            case USER -> Set.of("users");
        };
    }

    private Set<String> fields() {
        return switch (this) {
            case SERVER -> Set.of("transport", "url", "command", "bearer_token");
            case GROUP -> Set.of("included_tools", "included_servers", "excluded_tools");
            case CLIENT -> Set.of("allowed_servers", "allow_list");
            case USER -> Set.of("role", "username");
        };
    }
}
