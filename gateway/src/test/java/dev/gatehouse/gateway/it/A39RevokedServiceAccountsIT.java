package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.gateway.testing.ClusterIssuer;
import dev.gatehouse.gateway.testing.ClusterScene;
import dev.gatehouse.gateway.testing.EventStream;
import dev.gatehouse.gateway.testing.GatewayFixture;
import dev.gatehouse.gateway.testing.RecordingUpstream;
import dev.gatehouse.gateway.testing.Scene;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A39: a ServiceAccount, key or issuer that is taken away ends what its tokens opened, at the swap and for good. */
class A39RevokedServiceAccountsIT {

    private static final ClusterIssuer CLUSTER = ClusterIssuer.ec("key-1", "ES256");

    private final ClusterScene cluster = ClusterScene.trusting(ClusterIssuer.trusted(CLUSTER));
    private final Scene scene = cluster.scene();
    private final String token = ClusterScene.token(CLUSTER);

    @AfterEach
    void close() throws IOException {
        cluster.close();
    }

    @Test
    void clientThatLosesTheServiceAccountLosesItsStreams() throws IOException {
        assertStreamsEndAfter(() -> cluster.enforce("[{name: other}]"));
    }

    @Test
    void withdrawnKeyEndsTheStreamsOfItsTokens() throws IOException {
        assertStreamsEndAfter(() -> cluster.store().trust(ClusterIssuer.trusted(ClusterIssuer.ec("key-2", "ES256"))));
    }

    @Test
    void issuerThatIsTrustedNoLongerEndsTheStreamsOfItsTokens() throws IOException {
        assertStreamsEndAfter(() -> cluster.store().trust(null));
    }

    @Test
    void rotationThatPublishesBothKeysDisturbsNobody() throws IOException {
        ClusterIssuer next = ClusterIssuer.ec("key-2", "ES256");
        try (EventStream listen = cluster.listen(token)) {
            assertThat(listen.status()).isEqualTo(200);

            cluster.store().trust(ClusterIssuer.trusted(CLUSTER, next));

            assertThat(status(token)).as("old key").isEqualTo(200);
            assertThat(status(ClusterScene.token(next))).as("new key").isEqualTo(200);
            assertThat(listen.ended()).isFalse();
        }
    }

    @Test
    void streamEndsThirtySecondsAfterItsTokenAndTheNextRequestIsRefused() throws IOException {
        long exp = Instant.now().minusSeconds(26).getEpochSecond();
        String ending = CLUSTER.token(
                ClusterIssuer.claims("team-a", "agent", Instant.now().minus(ClusterIssuer.LIFE))
                        .put("exp", exp));
        try (EventStream listen = cluster.listen(ending)) {
            assertThat(listen.status()).isEqualTo(200);

            await().atMost(Duration.ofSeconds(30)).until(listen::ended);

            assertThat(Instant.now())
                    .isAfterOrEqualTo(Instant.ofEpochSecond(exp).plusSeconds(30));
            assertThat(status(ending)).isEqualTo(401);
        }
    }

    private void assertStreamsEndAfter(Runnable change) throws IOException {
        scene.gamma().script("tools/call", scene.gamma().openStream(": begun\n\n"));
        try (EventStream listen = cluster.listen(token);
                EventStream call = scene.raw().open(cluster.callOf("gamma__open", token));
                EventStream other = scene.gateway().legacy("/mcp", "root").listen()) {
            var streams = List.of(listen, call);
            assertThat(streams).allSatisfy(stream -> assertThat(stream.status()).isEqualTo(200));
            assertThat(streams).noneMatch(EventStream::ended);

            change.run();

            await().atMost(GatewayFixture.ENFORCED_WITHIN)
                    .untilAsserted(() -> assertThat(streams).allMatch(EventStream::ended));
            assertThat(other.ended()).as("another client's stream").isFalse();
        }
        scene.upstreams().forEach(RecordingUpstream::behave);
        scene.refused(cluster.callOf("gamma__open", token), 401);
        scene.refused(cluster.callOf("gamma__open", ClusterScene.token(CLUSTER)), 401);
    }

    private int status(String bearer) {
        return scene.raw().send(cluster.callOf("gamma__open", bearer)).status();
    }
}
