package dev.gatehouse.gateway.cli.mcpjungle;

import dev.gatehouse.gateway.cli.manifest.IntendedReader;
import java.util.Optional;
import java.util.Set;

/**
 * How to import.
 *
 * @param namespace where the objects will stand
 * @param target who will read them
 * @param digestOnly whether identities get the digests of their tokens only
 * @param knownServers the names that servers, beside those imported, have in MCPJungle; absent: any name may be granted
 */
public record ImportSettings(
        String namespace, IntendedReader target, boolean digestOnly, Optional<Set<String>> knownServers) {}
