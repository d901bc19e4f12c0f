package dev.gatehouse.gateway.plan;

import dev.gatehouse.model.access.UpstreamServer;
import org.jspecify.annotations.Nullable;

/** Which of the MCP endpoints a request came to. */
public sealed interface Endpoint {

    Aggregate AGGREGATE = new Aggregate();

    /** How session ids name it. */
    String path();

    /** {@code /mcp}: all servers that the caller may use, names prefixed with {@code key__}. */
    record Aggregate() implements Endpoint {
        @Override
        public String path() {
            return "mcp";
        }
    }

    /** {@code /servers/{key}/mcp}: one server, nothing renamed. */
    record Single(UpstreamServer server) implements Endpoint {
        @Override
        public String path() {
            return "servers/" + server.key();
        }
    }

    /**
     * What stands at a path for this caller; null: nothing. Paths are compared as they stand, without decoding. A server
     * that the caller may not use at all is absent as one that does not exist.
     */
    static @Nullable Endpoint at(String path, Caller caller) {
        String servers = "/servers/";
        String mcp = "/mcp";
        if (path.equals(mcp)) {
            return AGGREGATE;
        }
        if (!path.startsWith(servers) || !path.endsWith(mcp) || path.length() <= servers.length() + mcp.length()) {
            return null;
        }
        UpstreamServer server =
                caller.snapshot().serverByKey(path.substring(servers.length(), path.length() - mcp.length()));
        return server != null && caller.sees(server) ? new Single(server) : null;
    }
}
