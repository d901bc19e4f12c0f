package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.access.AccessStore;
import dev.gatehouse.gateway.access.Authenticator;
import dev.gatehouse.gateway.access.Plane;
import dev.gatehouse.gateway.ledger.Ledger;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.GracefulShutdownHandler;

/**
 * The order in which a request is judged: is it a request at all, whose is it, is there room for it, what does it ask.
 * Whatever is refused goes no further.
 */
final class Front {

    private Front() {}

    static GracefulShutdownHandler handlers(
            AccessStore store,
            Authenticator authenticator,
            Ledger ledger,
            Probes probes,
            ManagementPlane management,
            McpHandler mcp) {
        HttpHandler authenticated = new AuthenticationHandler(store, authenticator, ledger, mcp);
        HttpHandler guarded = new RequestGuard(
                store,
                (exchange, status, grounds) -> {
                    Entries.received(ledger, Plane.MCP, exchange).refused(grounds);
                    Replies.empty(exchange, status);
                },
                authenticated);
        HttpHandler guardedManagement = new RequestGuard(store, management::refuse, management);
        return new GracefulShutdownHandler(Routes.outer(probes, guardedManagement, guarded));
    }
}
