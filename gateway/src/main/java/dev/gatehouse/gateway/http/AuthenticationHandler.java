package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.access.AccessStore;
import dev.gatehouse.gateway.access.Authentication;
import dev.gatehouse.gateway.access.Authenticator;
import dev.gatehouse.gateway.access.Credential;
import dev.gatehouse.gateway.access.Plane;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;

/** Lets a request pass when its bearer token is that of a client. Every refusal looks the same: 401, and how to ask. */
final class AuthenticationHandler implements HttpHandler {

    private final AccessStore store;
    private final Authenticator authenticator;
    private final Decisions decisions;
    private final Next next;

    /** What a client that is known may do next. */
    interface Next {
        void handle(HttpServerExchange exchange, AccessSnapshot snapshot, Credential credential) throws Exception;
    }

    AuthenticationHandler(AccessStore store, Authenticator authenticator, Decisions decisions, Next next) {
        this.store = store;
        this.authenticator = authenticator;
        this.decisions = decisions;
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        AccessSnapshot snapshot = store.current();
        if (snapshot == null) {
            decisions.refusedRequest(exchange, "no configuration");
            exchange.getResponseHeaders().put(Headers.RETRY_AFTER, "1");
            Replies.empty(exchange, StatusCodes.SERVICE_UNAVAILABLE);
            return;
        }
        String authorization = exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION);
        switch (authenticator.authenticate(snapshot, authorization, Plane.MCP)) {
            case Authentication.Authenticated(Credential credential) -> next.handle(exchange, snapshot, credential);
            case Authentication.Refused(Authentication.Why why) -> {
                decisions.unauthenticated(exchange, snapshot, why);
                unauthorized(exchange);
            }
        }
    }

    static void unauthorized(HttpServerExchange exchange) {
        exchange.getResponseHeaders().put(Headers.WWW_AUTHENTICATE, "Bearer");
        Replies.empty(exchange, StatusCodes.UNAUTHORIZED);
    }
}
