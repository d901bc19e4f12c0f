package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.gateway.testing.EventStream;
import dev.gatehouse.gateway.testing.LegacyClient;
import dev.gatehouse.gateway.testing.RawConnection;
import dev.gatehouse.gateway.testing.RawRequest;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.RecordingUpstream;
import dev.gatehouse.gateway.testing.Scene;
import dev.gatehouse.gateway.testing.Side;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Event streams pass one event at a time, and end for the reasons that each era gives them. */
class StreamingIT {

    private static final String PROGRESS =
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":{\"progressToken\":\"p\",\"progress\":1}}";
    private static final Scene SCENE = Scene.open();

    @AfterEach
    void behave() throws IOException {
        for (RecordingUpstream upstream : SCENE.upstreams()) {
            upstream.behave();
            upstream.streams().endAll();
        }
    }

    @AfterAll
    static void close() throws IOException {
        SCENE.close();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Side.class)
    void anEventArrivesWhileTheAnswerIsStillComing(Side side) throws IOException {
        RecordingUpstream upstream = SCENE.upstream(side);
        upstream.script("tools/call", upstream.openStream("data: " + PROGRESS + "\n\n"));
        try (EventStream stream = SCENE.raw().open(withProgressToken(side))) {
            await().untilAsserted(() -> assertThat(stream.messages()).hasSize(1));
            assertThat(stream.ended()).isFalse();
            assertThat(stream.messages().getFirst().at("/params/progressToken").asText())
                    .isEqualTo("p");

            upstream.streams().broadcastRaw(": keep-alive\n\n");

            await().untilAsserted(() -> assertThat(stream.events()).hasSize(2));
            upstream.streams().endAll();
            await().until(stream::ended);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Side.class)
    void anEventStreamAnswerIsAWholeAnswer(Side side) {
        SCENE.upstream(side).answerWithEvents(true);

        var response = SCENE.raw().send(withProgressToken(side));

        assertThat(response.messages()).hasSize(3);
        assertThat(response.answer().at("/result/content/0/text").asText()).startsWith("open ");
    }

    @Test
    void aModernCallerThatLeavesCancelsTheCallUpstream() throws IOException {
        SCENE.gamma().script("tools/call", SCENE.gamma().openStream(": begun\n\n"));
        int before = SCENE.gamma().streams().abandoned();
        try (EventStream stream = SCENE.raw().open(SCENE.allowedCall(Side.MODERN))) {
            await().untilAsserted(() -> assertThat(stream.events()).isNotEmpty());
        }
        await().atMost(Duration.ofSeconds(5))
                .until(() -> SCENE.gamma().streams().abandoned() == before + 1);
    }

    @Test
    void aLegacyCallerThatLeavesCancelsNothing() throws IOException {
        SCENE.alpha().script("tools/call", SCENE.alpha().openStream(": begun\n\n"));
        int before = SCENE.alpha().streams().abandoned();
        LegacyClient session = SCENE.gateway().legacy("/mcp", "alice");
        try (EventStream stream = SCENE.raw().open(session.toolCall("alpha__open", "{}"))) {
            await().untilAsserted(() -> assertThat(stream.events()).isNotEmpty());
        }
        await().during(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(2))
                .until(() -> SCENE.alpha().streams().abandoned() == before);
    }

    @Test
    void aModernCallerThatLeavesAListenEndsItUpstream() throws IOException {
        try (EventStream stream = SCENE.modern("/servers/gamma/mcp", "alice").listen("{'toolsListChanged': true}")) {
            await().untilAsserted(() -> assertThat(stream.messages()).isNotEmpty());
            await().until(() -> SCENE.gamma().streams().open() == 1);
        }
        await().atMost(Duration.ofSeconds(5))
                .until(() -> SCENE.gamma().streams().open() == 0);
    }

    @Test
    void aConnectionServesItsNextRequestAfterAStreamHasEnded() throws IOException {
        var alice = SCENE.modern("/servers/gamma/mcp", "alice");
        SCENE.gamma().script("tools/call", SCENE.gamma().openStream("data: " + PROGRESS + "\n\n"));
        try (RawConnection connection = SCENE.raw().connect()) {
            connection.write(alice.toolCall("open", "{}"));
            RawResponse head = connection.readHead();
            String first = connection.chunk(head);
            SCENE.gamma().streams().endAll();
            String rest = connection.chunk(head);
            String last = connection.chunk(head);
            SCENE.gamma().behave();

            assertThat(first).contains("progress");
            assertThat(rest).contains("The server is unavailable");
            assertThat(last).isEmpty();
            assertThat(connection
                            .write(alice.request("tools/list", "{}"))
                            .read()
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void anUpstreamsRequestOnAModernStreamIsDropped() throws IOException {
        SCENE.gamma()
                .script(
                        "tools/call",
                        SCENE.gamma()
                                .openStream(
                                        "data: {\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"sampling/createMessage\",\"params\":{}}\n\n"
                                                + "data: " + PROGRESS + "\n\n"));
        try (EventStream stream = SCENE.raw().open(withProgressToken(Side.MODERN))) {
            await().untilAsserted(() -> assertThat(stream.messages().toString()).contains("progress"));
            assertThat(stream.messages().toString()).doesNotContain("sampling");
        }
    }

    private static RawRequest withProgressToken(Side side) {
        return SCENE.request(
                side,
                "tools/call",
                "{'name': '" + side.wireName("open") + "', 'arguments': {}, '_meta': {'progressToken': 'p'}}");
    }
}
