package dev.gatehouse.gateway.http;

import dev.gatehouse.model.access.UpstreamServer;

/** Which of the MCP endpoints a request came to. */
sealed interface Endpoint {

    /** How session ids name it. */
    String path();

    /** {@code /mcp}: all servers that the caller may use, names prefixed with {@code key__}. */
    record Aggregate() implements Endpoint {
        static final String PATH = "mcp";

        @Override
        public String path() {
            return PATH;
        }
    }

    /** {@code /servers/{key}/mcp}: one server, nothing renamed. */
    record Single(UpstreamServer server) implements Endpoint {
        @Override
        public String path() {
            return "servers/" + server.key();
        }
    }
}
