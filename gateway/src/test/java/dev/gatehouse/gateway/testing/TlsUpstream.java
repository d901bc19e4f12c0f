package dev.gatehouse.gateway.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A modern server behind TLS that answers whatever it is asked with the same result. */
public final class TlsUpstream implements AutoCloseable {

    private final HttpsServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    private TlsUpstream(HttpsServer server) {
        this.server = server;
    }

    public static TlsUpstream start(String host, SSLContext identity) throws IOException {
        var upstream = new TlsUpstream(HttpsServer.create(new InetSocketAddress(InetAddress.getByName(host), 0), 0));
        upstream.server.setHttpsConfigurator(new HttpsConfigurator(identity));
        upstream.server.setExecutor(upstream.executor);
        upstream.server.createContext("/mcp", TlsUpstream::answer);
        upstream.server.start();
        return upstream;
    }

    public String url() {
        var address = server.getAddress();
        return "https://" + address.getAddress().getHostAddress() + ":" + address.getPort() + "/mcp";
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var request = Json.parseObject(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        byte[] answer = ("{\"jsonrpc\":\"2.0\",\"id\":" + request.path("id")
                        + ",\"result\":{\"content\":[],\"resultType\":\"complete\"}}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
