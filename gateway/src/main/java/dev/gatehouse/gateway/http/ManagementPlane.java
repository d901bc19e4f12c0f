package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.ledger.Grounds;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;

/** What answers below {@code /api}, behind the same guard as MCP but with words and audit of its own. */
public interface ManagementPlane extends HttpHandler {

    /**
     * Answers a request that the guard lets no further.
     *
     * @param grounds for the ledger
     */
    void refuse(HttpServerExchange exchange, int status, Grounds grounds);
}
