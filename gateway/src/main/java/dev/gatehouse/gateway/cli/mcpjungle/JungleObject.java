package dev.gatehouse.gateway.cli.mcpjungle;

import dev.gatehouse.gateway.cli.mcpjungle.JsonFields.Confidential;
import dev.gatehouse.gateway.cli.mcpjungle.JsonFields.Entry;
import dev.gatehouse.model.resource.McpServerSpec.Transport;
import dev.gatehouse.model.resource.Role;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one file says, variables replaced, nothing resolved. */
sealed interface JungleObject {

    SourceLine at();

    String name();

    record Server(
            SourceLine at,
            String name,
            Transport transport,
            String url,
            @Nullable Confidential bearer,
            Map<String, Confidential> headers,
            boolean described)
            implements JungleObject {}

    record Group(
            SourceLine at,
            String name,
            @Nullable String description,
            List<Entry> includedTools,
            List<Entry> includedServers,
            List<Entry> excludedTools)
            implements JungleObject {}

    record Client(SourceLine at, String name, @Nullable String description, Token token, List<Entry> allowed)
            implements JungleObject {}

    record User(SourceLine at, String name, Role role, Token token) implements JungleObject {}

    /** The sources of a token that are named; the first usable one in this order counts. */
    record Token(
            @Nullable Confidential inline,
            @Nullable Entry env,
            @Nullable Entry file) {

        boolean isNamed() {
            return inline != null || env != null || file != null;
        }
    }
}
