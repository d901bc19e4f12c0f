package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.access.AccessStore;
import dev.gatehouse.gateway.access.Authentication;
import dev.gatehouse.gateway.access.Authenticator;
import dev.gatehouse.gateway.access.Credential;
import dev.gatehouse.gateway.access.Plane;
import dev.gatehouse.gateway.ledger.Entry;
import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.ledger.Ledger;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;

/** Lets a request pass when its bearer token is that of a client. Every refusal looks the same: 401, and how to ask. */
final class AuthenticationHandler implements HttpHandler {

    private final AccessStore store;
    private final Authenticator authenticator;
    private final Ledger ledger;
    private final Next next;

    /** What a client that is known may do next. */
    interface Next {
        void handle(HttpServerExchange exchange, AccessSnapshot snapshot, Credential credential, Entry entry)
                throws Exception;
    }

    AuthenticationHandler(AccessStore store, Authenticator authenticator, Ledger ledger, Next next) {
        this.store = store;
        this.authenticator = authenticator;
        this.ledger = ledger;
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        Entry entry = Entries.received(ledger, Plane.MCP, exchange);
        AccessSnapshot snapshot = store.current();
        if (snapshot == null) {
            entry.refused(Grounds.NO_CONFIGURATION);
            exchange.getResponseHeaders().put(Headers.RETRY_AFTER, "1");
            Replies.empty(exchange, StatusCodes.SERVICE_UNAVAILABLE);
            return;
        }
        entry.judgedBy(snapshot.version());
        String authorization = exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION);
        switch (authenticator.authenticate(snapshot, authorization, Plane.MCP)) {
            case Authentication.Authenticated(Credential credential) -> {
                entry.authenticated(credential);
                next.handle(exchange, snapshot, credential, entry);
            }
            case Authentication.Refused(Authentication.Why why) -> {
                entry.refused(Grounds.of(why));
                unauthorized(exchange);
            }
        }
    }

    static void unauthorized(HttpServerExchange exchange) {
        exchange.getResponseHeaders().put(Headers.WWW_AUTHENTICATE, "Bearer");
        Replies.empty(exchange, StatusCodes.UNAUTHORIZED);
    }
}
