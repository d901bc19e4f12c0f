package dev.gatehouse.gateway.catalogue;

import dev.gatehouse.gateway.mcp.RawJson;
import dev.gatehouse.model.access.UpstreamServer;
import java.time.Instant;
import java.util.List;

/**
 * One ready answer, and how long it holds.
 *
 * @param servers the configured ones, compared by identity: another configuration has another list
 */
record RenderedList(RawJson result, List<UpstreamServer> servers, long generation, Instant goodUntil) {

    @SuppressWarnings("ReferenceEquality") // equal lists in another instance only cost a rendering
    boolean holds(List<UpstreamServer> current, long currentGeneration, Instant now) {
        return servers == current && generation == currentGeneration && now.isBefore(goodUntil);
    }
}
