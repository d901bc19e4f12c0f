package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.access.Credential;
import dev.gatehouse.model.access.Action;
import dev.gatehouse.model.access.Decider;
import dev.gatehouse.model.access.UpstreamServer;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;
import org.jspecify.annotations.Nullable;

/**
 * Which handler a path leads to. Paths are compared as they stand, without decoding. A server that the caller may not use
 * at all is the same 404 as one that does not exist.
 */
final class Routes {

    private static final Endpoint AGGREGATE = new Endpoint.Aggregate();
    private static final String API = "/api";
    private static final String SERVERS = "/servers/";
    private static final String MCP = "/mcp";

    private Routes() {}

    /** The outer choice: probes need no token, everything else does, known or not, each plane one of its own. */
    static HttpHandler outer(HttpHandler probes, HttpHandler management, HttpHandler mcp) {
        return exchange -> {
            String path = exchange.getRequestPath();
            if (path.equals("/healthz") || path.equals("/readyz")) {
                probes.handleRequest(exchange);
            } else if (path.equals(API) || path.startsWith(API + "/")) {
                management.handleRequest(exchange);
            } else {
                mcp.handleRequest(exchange);
            }
        };
    }

    /** Null: nothing there for this caller. */
    static @Nullable Endpoint endpoint(String path, AccessSnapshot snapshot, Credential credential) {
        if (path.equals(MCP)) {
            return AGGREGATE;
        }
        if (!path.startsWith(SERVERS) || !path.endsWith(MCP) || path.length() <= SERVERS.length() + MCP.length()) {
            return null;
        }
        UpstreamServer server = snapshot.serverByKey(path.substring(SERVERS.length(), path.length() - MCP.length()));
        return server != null
                        && Decider.decide(credential.principal().grants(), new Action.Server(server.id()))
                                .isAllowed()
                ? new Endpoint.Single(server)
                : null;
    }

    static void notFound(HttpServerExchange exchange) {
        Replies.empty(exchange, StatusCodes.NOT_FOUND);
    }
}
