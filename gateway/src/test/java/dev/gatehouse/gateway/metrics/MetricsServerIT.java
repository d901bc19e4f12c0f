package dev.gatehouse.gateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.access.AccessStore;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MetricsServerIT {

    private final Clock clock = Clock.systemUTC();
    private final GatewayMetrics metrics = new GatewayMetrics(new AccessStore(clock), Set.of(), clock);

    @Test
    void scrapeGetsTheTextFormat() throws Exception {
        HttpResponse<String> answer = get("/metrics");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(GatewayMetrics.CONTENT_TYPE);
        assertThat(answer.body()).contains("gatehouse_config_age_seconds -1\n");
    }

    @Test
    void nothingElseIsServed() throws Exception {
        assertThat(get("/mcp").statusCode()).isEqualTo(404);
        assertThat(get("/metrics/").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path) throws Exception {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (var server = MetricsServer.start(address, metrics);
                var client = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://127.0.0.1:" + server.address().getPort() + path);
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        }
    }
}
