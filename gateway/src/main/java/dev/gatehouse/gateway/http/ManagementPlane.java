package dev.gatehouse.gateway.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;

/** What answers below {@code /api}, behind the same guard as MCP but with words and audit of its own. */
public interface ManagementPlane extends HttpHandler {

    /**
     * Answers a request that the guard lets no further.
     *
     * @param reason for audit
     */
    void refuse(HttpServerExchange exchange, int status, String reason);
}
