package dev.gatehouse.gateway.plan;

import dev.gatehouse.gateway.catalogue.Ownership;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.upstream.EraFinding;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of upstreams without asking them. Null means that it has to be found out; nothing here blocks. */
public interface Knowledge {

    @Nullable
    EraFinding eras(UpstreamServer server);

    /** Whether the aggregate has something for the caller in an era. */
    @Nullable
    Served served(Caller caller, Era era);

    /** The versions in which a server can be spoken to, newest first; what the gateway speaks while nothing is known. */
    List<String> versions(UpstreamServer server);

    /** Which of the servers that the caller may use has a resource, or a resource template. */
    @Nullable
    Ownership owner(Caller caller, Era era, String uri, boolean template);
}
