package dev.gatehouse.gateway.cli.mcpjungle;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which servers rules may name, and what they are called here. */
final class KnownServers {

    /** What MCPJungle allows as a server's name. */
    private static final Pattern NAME = Pattern.compile("(?!.*__)[A-Za-z0-9_-]*[A-Za-z0-9-]");

    private final Set<String> imported;
    private final Optional<Set<String>> names;

    private KnownServers(Set<String> imported, Optional<Set<String>> names) {
        this.imported = imported;
        this.names = names;
    }

    /** Those that are imported and those that the user names; anything where the user's list is absent. */
    static KnownServers of(Iterable<JungleObject> imported, Optional<Set<String>> named) {
        var servers = new HashSet<String>();
        for (JungleObject object : imported) {
            if (object instanceof JungleObject.Server server) {
                servers.add(server.name());
            }
        }
        return new KnownServers(Set.copyOf(servers), named.map(others -> {
            var all = new HashSet<>(others);
            all.addAll(servers);
            return Set.copyOf(all);
        }));
    }

    /** Why a rule that names {@code server} would be dead in MCPJungle; empty if it would not. */
    Optional<String> objection(String server) {
        if (names.map(known -> known.contains(server)).orElse(false)) {
            return Optional.empty();
        }
        if (server.indexOf('*') >= 0) {
            return Optional.of("is a pattern, and MCPJungle matches none");
        }
        if (server.contains("__")) {
            return Optional.of("names a tool, and MCPJungle compares servers only");
        }
        if (!NAME.matcher(server).matches()) {
            return Optional.of("cannot be the name of a server");
        }
        return names.isPresent()
                ? Optional.of("names no server among these files, nor one of --known-server")
                : Optional.empty();
    }

    String nameHere(String server) {
        return ObjectNames.mapped(server);
    }

    /** Whether a rule for {@code server} would name something that nobody has been told of. */
    boolean isRenamedUnseen(String server) {
        return !imported.contains(server) && !nameHere(server).equals(server);
    }
}
