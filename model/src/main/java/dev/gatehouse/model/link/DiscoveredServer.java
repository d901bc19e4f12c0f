package dev.gatehouse.model.link;

import dev.gatehouse.model.access.ListedNames;
import dev.gatehouse.model.access.OfferedNames;
import dev.gatehouse.model.access.ServerId;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a gateway has found an upstream server to offer.
 *
 * @param generation of the server's object that was in force then
 * @param protocol the revision of MCP that was agreed on, such as {@code 2025-11-25}
 * @param toolDigests the SHA-256 in hexadecimal of each tool's definition by its name, at most {@value #MAX_TOOL_DIGESTS}
 *     of them: a definition that changes after somebody approved it shows here
 */
public record DiscoveredServer(
        ServerId server,
        long generation,
        String protocol,
        int tools,
        int prompts,
        int resources,
        Map<String, String> toolDigests,
        OfferedNames names) {

    public static final int MAX_TOOL_DIGESTS = 1000;

    public DiscoveredServer {
        if (toolDigests.size() > MAX_TOOL_DIGESTS) {
            throw new IllegalArgumentException("at most " + MAX_TOOL_DIGESTS + " tools are described");
        }
        toolDigests = Collections.unmodifiableMap(new TreeMap<>(toolDigests));
    }

    /** The same with the lists that could not be fetched as they were before, if that was of the same object. */
    public DiscoveredServer completedBy(DiscoveredServer earlier) {
        if (earlier.generation != generation) {
            return this;
        }
        boolean noTools = names.tools() instanceof ListedNames.Unknown;
        boolean noPrompts = names.prompts() instanceof ListedNames.Unknown;
        boolean noResources = names.resources() instanceof ListedNames.Unknown;
        boolean noTemplates = names.templates() instanceof ListedNames.Unknown;
        var completed = new OfferedNames(
                noTools ? earlier.names.tools() : names.tools(),
                noPrompts ? earlier.names.prompts() : names.prompts(),
                noResources ? earlier.names.resources() : names.resources(),
                noTemplates ? earlier.names.templates() : names.templates());
        return new DiscoveredServer(
                server,
                generation,
                protocol,
                noTools ? earlier.tools : tools,
                noPrompts ? earlier.prompts : prompts,
                noResources ? earlier.resources : resources,
                noTools ? earlier.toolDigests : toolDigests,
                completed);
    }
}
