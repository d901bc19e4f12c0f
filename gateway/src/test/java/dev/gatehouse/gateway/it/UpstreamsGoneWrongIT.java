package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.gateway.testing.Catalogue;
import dev.gatehouse.gateway.testing.EventStream;
import dev.gatehouse.gateway.testing.GatewayFixture;
import dev.gatehouse.gateway.testing.HeaderLine;
import dev.gatehouse.gateway.testing.Hold;
import dev.gatehouse.gateway.testing.LegacyClient;
import dev.gatehouse.gateway.testing.LogLines;
import dev.gatehouse.gateway.testing.Manifest;
import dev.gatehouse.gateway.testing.ManifestFolder;
import dev.gatehouse.gateway.testing.Misbehaviour;
import dev.gatehouse.gateway.testing.RawClient;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.RecordingUpstream;
import dev.gatehouse.gateway.testing.RecordingUpstream.Behaviour;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Upstreams by malice or accident: they hurt themselves, not their callers and not each other. */
class UpstreamsGoneWrongIT {

    private static final String QUICK = "  timeouts: {connect: 1s, request: 3s, list: 1s}\n";
    private static final RecordingUpstream ELSEWHERE =
            RecordingUpstream.modern(Catalogue.empty().tools("open"));
    private static final RecordingUpstream LEGACY =
            RecordingUpstream.legacy(Catalogue.empty().tools("open"));
    private static final RecordingUpstream MODERN =
            RecordingUpstream.modern(Catalogue.empty().tools("open"));
    private static final RecordingUpstream SOUND =
            RecordingUpstream.modern(Catalogue.empty().tools("open"));
    private static final RecordingUpstream SOUND_LEGACY =
            RecordingUpstream.legacy(Catalogue.empty().tools("open"));
    private static final GatewayFixture GATEWAY = GatewayFixture.start(UpstreamsGoneWrongIT::world);

    private static void world(ManifestFolder folder) {
        folder.write("legacy.yaml", Manifest.server("bad-legacy", LEGACY.url(), QUICK + "  protocol: Legacy"))
                .write("modern.yaml", Manifest.server("bad-modern", MODERN.url(), QUICK + "  protocol: Modern"))
                .write("gone.yaml", Manifest.server("gone", "http://127.0.0.1:1/mcp", QUICK + "  protocol: Modern"))
                .modernServer("sound", SOUND)
                .legacyServer("sound-legacy", SOUND_LEGACY)
                .client("alice", "[{server: '*'}]");
    }

    @AfterEach
    void behave() {
        List.of(LEGACY, MODERN).forEach(RecordingUpstream::behave);
    }

    @AfterAll
    static void close() throws IOException {
        GATEWAY.close();
        for (RecordingUpstream upstream : List.of(ELSEWHERE, LEGACY, MODERN, SOUND, SOUND_LEGACY)) {
            upstream.close();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badAnswers")
    void aBadAnswerToACallBecomesAProperError(String name, Behaviour behaviour) {
        script("tools/call", behaviour);

        assertThat(calls()).allSatisfy(response -> {
            assertThat(response.status()).as(response.visible()).isIn(200, 502, 504);
            assertThat(response.answer().has("error")).as(response.visible()).isTrue();
            assertThat(response.visible()).doesNotContain("secret detail", "127.0.0.1:", "crumb", "Exception");
        });
        assertThat(ELSEWHERE.received()).isEmpty();
        assertSoundUpstreamsServe();
    }

    static Stream<Arguments> badAnswers() {
        return Stream.of(
                arguments("closes the connection", Misbehaviour.dead()),
                arguments("redirects elsewhere", Misbehaviour.redirect(ELSEWHERE.url())),
                arguments("redirects to a metadata service", Misbehaviour.redirect("http://169.254.169.254/latest")),
                arguments("is a web page", Misbehaviour.result("text/html")),
                arguments("has no content type", raw("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")),
                arguments("is no HTTP", raw("SSH-2.0-OpenSSH_9.2\r\n\r\n")),
                arguments("fails with details", Misbehaviour.status(500)),
                arguments("is busy", Misbehaviour.status(503, new HeaderLine("Set-Cookie", "crumb=1"))),
                arguments("is compressed without being asked", compressed()));
    }

    @Test
    void anAnswerThatBreaksOffIsSeenToBeBroken() {
        script(
                "tools/call",
                raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{\"js"));

        assertThat(calls()).noneMatch(response -> response.status() == 200 && response.whole());
        assertSoundUpstreamsServe();
    }

    @Test
    void headersOfAnUpstreamDoNotReachTheCaller() {
        script(
                "tools/call",
                Misbehaviour.result(
                        "application/json",
                        new HeaderLine("Set-Cookie", "crumb=1"),
                        new HeaderLine("Access-Control-Allow-Origin", "*"),
                        new HeaderLine("Server", "upstream/1"),
                        new HeaderLine("X-Powered-By", "secrets"),
                        new HeaderLine("Location", "http://evil.example"),
                        new HeaderLine("Mcp-Session-Id", "chosen-by-upstream"),
                        new HeaderLine("Strict-Transport-Security", "max-age=0")));

        assertThat(calls()).allSatisfy(response -> {
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.visible())
                    .doesNotContain("crumb", "upstream/1", "secrets", "evil.example", "chosen-by", "Strict-Transport");
            assertThat(response.header("Access-Control-Allow-Origin")).isEmpty();
        });
    }

    @Test
    void anAnswerThatDoesNotComeIsGivenUp() {
        var hold = new Hold();
        script("tools/call", hold.before(Misbehaviour.status(500)));
        long before = System.nanoTime();

        RawResponse response = GATEWAY.modern("/mcp", "alice").callTool("bad-modern__open", "{}");

        assertThat(response.status()).isIn(200, 502, 504);
        assertThat(response.answer().has("error")).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(10));
        hold.release();
    }

    @Test
    void aGiantEventIsCutOffAndNotKept() {
        script("tools/call", Misbehaviour.giantEvent(200 << 20));

        assertThat(calls())
                .allSatisfy(response -> assertThat(response.rawBody().length()).isLessThan(100 << 20));
        assertSoundUpstreamsServe();
    }

    @Test
    void anEndlessStreamEndsWithItsCaller() throws IOException {
        var written = new AtomicLong();
        script("tools/call", Misbehaviour.endlessEvents(written));
        try (EventStream stream =
                GATEWAY.raw().open(GATEWAY.modern("/mcp", "alice").toolCall("bad-modern__open", "{}"))) {
            await().untilAsserted(() -> assertThat(stream.events()).hasSizeGreaterThan(3));
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> stopped(written));
    }

    @Test
    void anAnswerThatNobodyWaitsForIsNotReadWithoutEnd() {
        var written = new AtomicLong();
        script("notifications/cancelled", Misbehaviour.hugeAnswer(256 << 20, written));

        RawClient raw = GATEWAY.raw();
        LegacyClient caller = GATEWAY.legacy("/servers/bad-legacy/mcp", "alice");
        raw.send(caller.post(
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\"," + "\"params\":{\"requestId\":1}}"));

        await().until(() -> written.get() > 0);
        await().atMost(Duration.ofSeconds(10)).until(() -> stopped(written));
        assertThat(written.get()).isLessThan(64 << 20);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"dead", "slow", "web page", "loop", "not a list", "answer to another"})
    void aBrokenListLeavesTheOthersWhole(String how) {
        var hold = new Hold();
        script(
                "tools/list",
                switch (how) {
                    case "dead" -> Misbehaviour.dead();
                    case "slow" -> hold.before(Misbehaviour.dead());
                    case "web page" -> Misbehaviour.result("text/html");
                    case "loop" -> Misbehaviour.cursorLoop("tools");
                    case "not a list" -> Misbehaviour.result("application/json");
                    default ->
                        raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 61\r\n\r\n"
                                + "{\"jsonrpc\":\"2.0\",\"id\":\"somebody-else\",\"result\":{\"tools\":[]}}  ");
                });
        long before = System.nanoTime();

        assertThat(names(GATEWAY.modern("/mcp", "alice").ask("tools/list", "{}")))
                .contains("sound__open");
        assertThat(names(GATEWAY.legacy("/mcp", "alice").ask("tools/list", "{}")))
                .contains("sound-legacy__open");

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(6));
        hold.release();
    }

    @Test
    void aListInAnEventThatCannotBeReadIsToldAsThat() {
        MODERN.script(
                request -> request.mentions("no catalogue asks this"),
                raw(
                        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 13\r\n\r\ndata: {\"id\"\n\n"));

        try (LogLines log = LogLines.open()) {
            GATEWAY.modern("/servers/bad-modern/mcp", "alice")
                    .ask("tools/list", "{'_meta': {'example.com/mark': 'no catalogue asks this'}}");

            assertThat(log.with("bad-modern", "upstream_event_unreadable")).isNotEmpty();
        }
    }

    @Test
    void duplicateAndImpossibleToolNamesAreNotListed() {
        Catalogue many = Catalogue.empty().tools("open", "open", "sound__open", "", "a".repeat(200), "line\nbreak");
        script(
                "tools/list",
                (request, reply) -> reply.json(
                        200,
                        "{\"jsonrpc\":\"2.0\",\"id\":" + request.json().get("id") + ",\"result\":"
                                + many.list("tools/list") + "}"));

        List<String> names = names(GATEWAY.modern("/mcp", "alice").ask("tools/list", "{}"));

        assertThat(names).doesNotHaveDuplicates().contains("bad-modern__open", "sound__open");
        assertThat(names).noneMatch(name -> name.contains("\n") || name.length() > 140 || name.equals("bad-modern__"));
    }

    @Test
    void aToolNamedLikeAnotherServersToolIsStillItsOwn() {
        MODERN.catalogue().tools("sound__open");
        SOUND.forget();

        GATEWAY.modern("/mcp", "alice").callTool("sound__open", "{}");

        assertThat(SOUND.only("tools/call").json().at("/params/name").asText()).isEqualTo("open");
    }

    @Test
    void aHundredListsAtOnceDoNotWaitForADeadUpstreamOneAfterTheOther() {
        var hold = new Hold();
        script("tools/list", hold.before(Misbehaviour.dead()));
        long before = System.nanoTime();

        IntStream.range(0, 30)
                .parallel()
                .forEach(i -> assertThat(names(GATEWAY.modern("/mcp", "alice").ask("tools/list", "{}")))
                        .contains("sound__open"));

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(30));
        hold.release();
    }

    private static void script(String method, Behaviour behaviour) {
        List.of(LEGACY, MODERN).forEach(upstream -> upstream.script(method, behaviour));
    }

    private static Stream<RawResponse> calls() {
        return Stream.of(
                GATEWAY.legacy("/mcp", "alice").callTool("bad-legacy__open", "{}"),
                GATEWAY.legacy("/servers/bad-legacy/mcp", "alice").callTool("open", "{}"),
                GATEWAY.modern("/mcp", "alice").callTool("bad-modern__open", "{}"),
                GATEWAY.modern("/servers/bad-modern/mcp", "alice").callTool("open", "{}"));
    }

    private static void assertSoundUpstreamsServe() {
        assertThat(GATEWAY.modern("/mcp", "alice")
                        .callTool("sound__open", "{}")
                        .answer()
                        .has("result"))
                .isTrue();
        assertThat(GATEWAY.legacy("/mcp", "alice")
                        .callTool("sound-legacy__open", "{}")
                        .answer()
                        .has("result"))
                .isTrue();
    }

    private static boolean stopped(AtomicLong written) {
        long before = written.get();
        await().pollDelay(Duration.ofMillis(300)).until(() -> true);
        return written.get() == before;
    }

    private static List<String> names(RawResponse response) {
        assertThat(response.status()).as(response.visible()).isEqualTo(200);
        return response.answer().at("/result/tools").findValues("name").stream()
                .map(JsonNode::asText)
                .toList();
    }

    private static Behaviour raw(String bytes) {
        return (request, reply) -> reply.raw(bytes);
    }

    private static Behaviour compressed() {
        return Misbehaviour.result("application/json", new HeaderLine("Content-Encoding", "gzip"));
    }
}
