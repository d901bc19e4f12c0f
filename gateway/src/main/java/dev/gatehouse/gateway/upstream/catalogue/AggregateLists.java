package dev.gatehouse.gateway.upstream.catalogue;

import dev.gatehouse.gateway.upstream.rare.Era;
import dev.gatehouse.gateway.upstream.rare.RawJson;
import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lists of the aggregate as one principal's rights show them, rendered once per rights and catalogue state.
 * Thread-safe.
 */
public final class AggregateLists {

    /**
     * The ready {@code result} object, or null when it must be rendered first with {@link #result}. Does not block.
     *
     * @param servers all servers of the configuration; those that the grants hide are left out here
     */
    public @Nullable RawJson ready(List<UpstreamServer> servers, Grants grants, ListKind kind, Era era) {
        return null;
    }

    /** The {@code result} object: one page without a cursor. Waits for upstreams, at most for their list timeout. */
    public RawJson result(List<UpstreamServer> servers, Grants grants, ListKind kind, Era era) {
        return RawJson.of("{\"" + kind.member() + "\":[]}");
    }
}
