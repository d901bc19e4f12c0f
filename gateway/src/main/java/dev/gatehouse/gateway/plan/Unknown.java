package dev.gatehouse.gateway.plan;

import dev.gatehouse.model.access.UpstreamServer;

/** What has to be found out from upstreams before a plan can be made. */
public sealed interface Unknown {

    /** Which eras a server speaks. */
    record ErasOf(UpstreamServer server) implements Unknown {}

    /** In which versions the aggregate can serve the caller. */
    record Versions() implements Unknown {}

    /** Which server has a resource, or a resource template. */
    record OwnerOf(String uri, boolean template) implements Unknown {}
}
