package dev.gatehouse.gateway.upstream.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.testing.SettableClock;
import dev.gatehouse.gateway.upstream.Eras;
import dev.gatehouse.gateway.upstream.FailureCause;
import dev.gatehouse.gateway.upstream.GatewayIdentity;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.gateway.upstream.thread.FakeUpstream;
import dev.gatehouse.gateway.upstream.thread.Reply;
import dev.gatehouse.gateway.upstream.thread.UpstreamClient;
import dev.gatehouse.model.access.UpstreamServer;
import dev.gatehouse.model.resource.McpServerSpec.Protocol;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UpstreamErasIT {

    private final SettableClock clock = new SettableClock();
    private final UpstreamClient client = new UpstreamClient(GatewayIdentity.ofVersion("1"));
    private final UpstreamEras eras = new UpstreamEras(client, clock);

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void declaredProtocolIsBelievedUnasked() {
        UpstreamServer dead = FakeUpstream.dead("x", Protocol.MODERN);

        assertThat(eras.known(dead)).isEqualTo(new Eras(false, true));
    }

    @Test
    void initializingServerIsLegacyAndLosesTheProbesSession() {
        try (var upstream = FakeUpstream.legacy("{}")) {
            assertThat(eras.find(upstream.server("x", Protocol.AUTO))).isEqualTo(new Eras(true, false));
            Awaitility.await()
                    .until(() -> upstream.seen().stream()
                            .anyMatch(seen -> seen.verb().equals("DELETE")));
        }
    }

    @Test
    void discoverableServerIsModern() {
        try (var upstream = FakeUpstream.modern("{}")) {
            assertThat(eras.find(upstream.server("x", Protocol.AUTO))).isEqualTo(new Eras(false, true));
        }
    }

    @Test
    void serverMayBeBoth() {
        try (var upstream = FakeUpstream.legacy("{}")
                .on("server/discover", new Reply.Result("{\"supportedVersions\":[\"2025-11-25\",\"2026-07-28\"]}"))) {
            assertThat(eras.find(upstream.server("x", Protocol.AUTO))).isEqualTo(new Eras(true, true));
        }
    }

    @Test
    void answerToDiscoverProvesNothingByItself() {
        try (var upstream = FakeUpstream.legacy("{}")
                .on("server/discover", new Reply.Result("{\"supportedVersions\":[\"2025-11-25\"]}"))) {
            assertThat(eras.find(upstream.server("x", Protocol.AUTO))).isEqualTo(new Eras(true, false));
        }
    }

    @Test
    void findingIsRememberedForItsTime() {
        try (var upstream = FakeUpstream.modern("{}")) {
            UpstreamServer server = upstream.server("x", Protocol.AUTO);
            var first = eras.find(server);
            assertThat(eras.find(server)).isEqualTo(first);
            assertThat(upstream.seen("server/discover")).hasSize(1);

            clock.advance(Duration.ofMinutes(11));
            assertThat(eras.find(server)).isEqualTo(first);
            assertThat(upstream.seen("server/discover")).hasSize(2);
        }
    }

    @Test
    void deadServerIsNotAskedAgainAtOnce() {
        try (var upstream = FakeUpstream.modern("{}").on("server/discover", new Reply.Refusal(500, -32603))) {
            UpstreamServer server = upstream.server("x", Protocol.AUTO);
            assertThat(eras.find(server)).isEqualTo(new UpstreamFailure.BadStatus(500));
            assertThat(eras.find(server)).isEqualTo(new UpstreamFailure.BadStatus(500));
            assertThat(upstream.seen("server/discover")).hasSize(1);

            clock.advance(Duration.ofSeconds(6));
            assertThat(eras.find(server)).isEqualTo(new UpstreamFailure.BadStatus(500));
            assertThat(upstream.seen("server/discover")).hasSize(2);
        }
    }

    @Test
    void whyNothingWasFoundIsHandedOutToEverybodyWhoNeedsIt() {
        UpstreamServer dead = FakeUpstream.dead("x", Protocol.AUTO);

        assertThat(eras.find(dead)).isEqualTo(UpstreamFailure.of(FailureCause.REFUSED));
        assertThat(eras.find(dead)).isEqualTo(UpstreamFailure.of(FailureCause.REFUSED));
        assertThat(eras.known(dead)).isNull();
    }

    @Test
    void forgettingAsksAgainButNotWithinSeconds() {
        try (var upstream = FakeUpstream.modern("{}")) {
            UpstreamServer server = upstream.server("x", Protocol.AUTO);
            var _ = eras.find(server);
            eras.forget(server.id());
            assertThat(eras.known(server)).isNotNull();

            clock.advance(Duration.ofSeconds(6));
            eras.forget(server.id());
            assertThat(eras.known(server)).isNull();
        }
    }
}
