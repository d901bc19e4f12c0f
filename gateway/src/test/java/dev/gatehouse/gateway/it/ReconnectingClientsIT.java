package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.gateway.testing.Catalogue;
import dev.gatehouse.gateway.testing.EventStream;
import dev.gatehouse.gateway.testing.GatewayFixture;
import dev.gatehouse.gateway.testing.LegacyClient;
import dev.gatehouse.gateway.testing.Manifest;
import dev.gatehouse.gateway.testing.ManifestFolder;
import dev.gatehouse.gateway.testing.ModernClient;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.RecordedRequest;
import dev.gatehouse.gateway.testing.RecordingUpstream;
import dev.gatehouse.gateway.testing.SettableClock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A crowd of clients that comes back costs a server no more than one client does. */
class ReconnectingClientsIT {

    private static final int SERVERS = 70;
    private static final int CLIENTS = 30;
    private static final int ROUNDS = 2;

    private final List<RecordingUpstream> upstreams = new ArrayList<>();
    private final List<EventStream> streams = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (EventStream stream : streams) {
            stream.close();
        }
        for (RecordingUpstream upstream : upstreams) {
            upstream.close();
        }
    }

    @Test
    void legacyClientsCauseAtMostTwoRequestsAServer() throws IOException {
        crowd(() -> RecordingUpstream.legacy(Catalogue.empty().tools("open")), gateway -> {
            LegacyClient client = gateway.legacy("/mcp", "all");
            assertThat(tools(client.ask("tools/list", "{}"))).hasSize(SERVERS);
            assertThat(client.ask("prompts/list", "{}").status()).isEqualTo(200);
            return client.listen();
        });
    }

    @Test
    void modernClientsCauseAtMostTwoRequestsAServer() throws IOException {
        crowd(() -> RecordingUpstream.modern(Catalogue.empty().tools("open")), gateway -> {
            ModernClient client = gateway.modern("/mcp", "all");
            assertThat(client.ask("server/discover", "{}").status()).isEqualTo(200);
            assertThat(tools(client.ask("tools/list", "{}"))).hasSize(SERVERS);
            return client.listen("{'toolsListChanged': true}");
        });
    }

    private interface Connecting {
        EventStream connect(GatewayFixture gateway);
    }

    private void crowd(Supplier<RecordingUpstream> server, Connecting client) throws IOException {
        Stream.generate(server).limit(SERVERS).forEach(upstreams::add);
        try (GatewayFixture gateway =
                GatewayFixture.start(this::world, options -> options.withClock(new SettableClock()))) {
            await().untilAsserted(() -> client.connect(gateway).close());
            upstreams.forEach(RecordingUpstream::forget);
            for (int round = 0; round < ROUNDS; round++) {
                for (int i = 0; i < CLIENTS; i++) {
                    streams.add(client.connect(gateway));
                }
                for (EventStream stream : streams) {
                    stream.close();
                }
            }
            assertThat(upstreams)
                    .allSatisfy(upstream -> assertThat(upstream.received())
                            .extracting(RecordedRequest::rpcMethod)
                            .hasSizeLessThanOrEqualTo(2));
        }
    }

    private void world(ManifestFolder folder) {
        for (int i = 0; i < SERVERS; i++) {
            RecordingUpstream upstream = upstreams.get(i);
            folder.write("s" + i + ".yaml", Manifest.server("s" + i, upstream.url(), "  protocol: Auto"));
        }
        folder.client(
                "all",
                IntStream.range(0, SERVERS)
                        .mapToObj(i -> "{server: s" + i + "}")
                        .collect(Collectors.joining(", ", "[", "]")));
    }

    private static List<String> tools(RawResponse response) {
        return response.answer().at("/result/tools").findValuesAsText("name");
    }
}
