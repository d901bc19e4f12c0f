package dev.gatehouse.model.link;

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
        Map<String, String> toolDigests) {

    public static final int MAX_TOOL_DIGESTS = 1000;

    public DiscoveredServer {
        if (toolDigests.size() > MAX_TOOL_DIGESTS) {
            throw new IllegalArgumentException("at most " + MAX_TOOL_DIGESTS + " tools are described");
        }
        toolDigests = Collections.unmodifiableMap(new TreeMap<>(toolDigests));
    }
}
