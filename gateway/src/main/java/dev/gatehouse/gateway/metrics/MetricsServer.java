package dev.gatehouse.gateway.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/**
 * Serves {@code GET /metrics} and nothing else, on an address of its own, so that what callers can reach never shows it.
 * Scrapes are rare: the JDK's own server does.
 */
public final class MetricsServer implements AutoCloseable {

    private static final String PATH = "/metrics";

    private final HttpServer server;

    private MetricsServer(HttpServer server) {
        this.server = server;
    }

    public static MetricsServer start(InetSocketAddress address, GatewayMetrics metrics) throws IOException {
        HttpServer server = HttpServer.create(address, 16);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> answer(exchange, metrics));
        server.start();
        return new MetricsServer(server);
    }

    /** Where it listens; tells the port that was taken for port 0. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, GatewayMetrics metrics) throws IOException {
        try (exchange) {
            boolean known = exchange.getRequestURI().getPath().equals(PATH);
            boolean get = exchange.getRequestMethod().equals("GET");
            if (!known || !get) {
                exchange.sendResponseHeaders(known ? 405 : 404, -1);
                return;
            }
            byte[] body = metrics.render().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", GatewayMetrics.CONTENT_TYPE);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
