package dev.gatehouse.gateway.door;

import dev.gatehouse.gateway.access.AccessStore;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.util.function.BooleanSupplier;

/** {@code /healthz}: the process lives. {@code /readyz}: it has a configuration and is not stopping. Nothing more. */
final class Probes implements HttpHandler {

    private final AccessStore store;
    private final BooleanSupplier stopping;

    Probes(AccessStore store, BooleanSupplier stopping) {
        this.store = store;
        this.stopping = stopping;
    }

    static boolean isFor(String path) {
        return path.equals("/healthz") || path.equals("/readyz");
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        if (!exchange.getRequestMethod().equals(Methods.GET)
                && !exchange.getRequestMethod().equals(Methods.HEAD)) {
            exchange.getResponseHeaders().put(Headers.ALLOW, "GET, HEAD");
            Replies.empty(exchange, StatusCodes.METHOD_NOT_ALLOWED);
            return;
        }
        boolean good =
                exchange.getRequestPath().equals("/healthz") || (store.current() != null && !stopping.getAsBoolean());
        exchange.setStatusCode(good ? StatusCodes.OK : StatusCodes.SERVICE_UNAVAILABLE);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain");
        exchange.getResponseSender().send(good ? "ok\n" : "not ready\n");
    }
}
