package dev.gatehouse.bench.upstream;

import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import io.undertow.server.handlers.proxy.ProxyHandler;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The baseline that needs no other program: the same Undertow with its stock {@link ProxyHandler} behind a map of tokens,
 * which is what the nginx beside it does.
 *
 * @param granted whether a token may pass; absent tokens are unknown
 * @param proxy what forwards
 */
public record StockProxy(Map<String, Boolean> granted, HttpHandler proxy) implements HttpHandler {

    private static final int CONNECTIONS_PER_THREAD = 512;

    /** Serves {@code port} on loopback in front of {@code upstream} until the server is stopped. */
    public static Undertow start(int port, URI upstream, Map<String, Boolean> granted) {
        LoadBalancingProxyClient client = new LoadBalancingProxyClient()
                .addHost(upstream)
                .setConnectionsPerThread(CONNECTIONS_PER_THREAD)
                .setSoftMaxConnectionsPerThread(CONNECTIONS_PER_THREAD)
                .setMaxQueueSize(CONNECTIONS_PER_THREAD)
                .setProblemServerRetry(1);
        HttpHandler proxy = ProxyHandler.builder()
                .setProxyClient(client)
                .setMaxRequestTime(-1)
                .setNext(StockProxy::notFound)
                .build();
        Undertow server = Undertow.builder()
                .addHttpListener(port, "127.0.0.1")
                .setHandler(new StockProxy(Map.copyOf(granted), proxy))
                .build();
        server.start();
        return server;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        @Nullable String authorization = exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION);
        @Nullable Boolean passes = authorization == null ? null : granted.get(authorization);
        if (passes == null) {
            refuse(exchange, StatusCodes.UNAUTHORIZED);
        } else if (!passes) {
            refuse(exchange, StatusCodes.FORBIDDEN);
        } else {
            proxy.handleRequest(exchange);
        }
    }

    private static void notFound(HttpServerExchange exchange) {
        refuse(exchange, StatusCodes.NOT_FOUND);
    }

    private static void refuse(HttpServerExchange exchange, int status) {
        exchange.setStatusCode(status);
        exchange.endExchange();
    }
}
