package dev.gatehouse.gateway.plan;

import dev.gatehouse.gateway.mcp.Text;
import dev.gatehouse.model.access.Action;
import dev.gatehouse.model.access.UpstreamServer;
import org.jspecify.annotations.Nullable;

/**
 * One thing of one server.
 *
 * @param ownName as the server itself calls it
 * @param rename where the caller's name stands and has to give way to the server's own; absent: nothing changes
 */
public record Target(
        UpstreamServer server,
        Action action,
        String ownName,
        @Nullable Text rename) {

    /** What stands between a server's key and a name of its own on the aggregate. No key contains it. */
    public static final String SEPARATOR = "__";

    /** As the caller called it. */
    public String askedName() {
        return rename == null ? ownName : rename.value();
    }
}
