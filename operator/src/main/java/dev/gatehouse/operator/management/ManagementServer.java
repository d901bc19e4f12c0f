package dev.gatehouse.operator.management;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/** Serves {@code GET /healthz}, {@code /readyz} and {@code /metrics}, and nothing else. */
public final class ManagementServer implements AutoCloseable {

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";

    private final HttpServer server;

    private ManagementServer(HttpServer server) {
        this.server = server;
    }

    public static ManagementServer start(InetSocketAddress address, Health health) throws IOException {
        HttpServer server = HttpServer.create(address, 16);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> answer(exchange, health));
        server.start();
        return new ManagementServer(server);
    }

    /** Where it listens; tells the port that was taken for port 0. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, Health health) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            switch (exchange.getRequestURI().getPath()) {
                case "/healthz" ->
                    send(exchange, health.isAlive(), TEXT, health.isAlive() ? "ok\n" : "a watch has ended\n");
                case "/readyz" -> send(exchange, health.isReady(), TEXT, readiness(health));
                case "/metrics" -> send(exchange, true, METRICS, health.metrics());
                default -> exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private static String readiness(Health health) {
        if (!health.isReady()) {
            return "waiting for the API server\n";
        }
        return health.isLeading() ? "leader\n" : "standby\n";
    }

    private static void send(HttpExchange exchange, boolean good, String type, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(good ? 200 : 503, body.length);
        exchange.getResponseBody().write(body);
    }
}
