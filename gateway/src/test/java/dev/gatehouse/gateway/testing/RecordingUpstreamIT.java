package dev.gatehouse.gateway.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The oracle of all other tests must itself be trusted: here real and raw clients talk to it directly. */
class RecordingUpstreamIT {

    private final RecordingUpstream legacy = RecordingUpstream.legacy(
            Catalogue.empty().tools("one", "two", "three").prompts("hello").resources("note://a"));
    private final RecordingUpstream modern = RecordingUpstream.modern(
            Catalogue.empty().tools("one", "two", "three").prompts("hello").resources("note://a"));

    @AfterEach
    void close() throws IOException {
        legacy.close();
        modern.close();
    }

    @Test
    void theOfficialClientFindsAWholeServer() {
        legacy.catalogue().pagesOf(2);
        try (SdkClient client = SdkClient.connect(base(legacy), "/mcp", "any")) {
            assertThat(client.toolNames()).containsExactly("one", "two", "three");
            assertThat(client.call("two", Map.of("n", 7))).isEqualTo("two {\"n\":7}");
            assertThat(client.mcp().listPrompts().prompts()).hasSize(1);
        }
        assertThat(legacy.only("tools/call").header("authorization")).containsExactly("Bearer any");
        assertThat(legacy.received("tools/list")).hasSize(2);
    }

    @Test
    void theOfficialClientSeesProgressInEventAnswers() {
        legacy.answerWithEvents(true);
        try (SdkClient client = SdkClient.connect(base(legacy), "/mcp", "any")) {
            client.mcp()
                    .callTool(CallToolRequest.builder("one")
                            .arguments(Map.of())
                            .progressToken("p-1")
                            .build());
            await().untilAsserted(() -> assertThat(client.progress()).hasSize(2));
        }
    }

    @Test
    void aRequestIsRecordedByteForByte() {
        raw(legacy)
                .send(RawRequest.post("/mcp?q=1", " {\"jsonrpc\" : \"2.0\"} ")
                        .with("x-OdD", "1")
                        .with("x-OdD", "2"));

        RecordedRequest seen = legacy.received().getFirst();
        assertThat(seen.target()).isEqualTo("/mcp?q=1");
        assertThat(seen.rawBody()).isEqualTo(" {\"jsonrpc\" : \"2.0\"} ");
        assertThat(seen.headers()).contains(new HeaderLine("x-OdD", "1"), new HeaderLine("x-OdD", "2"));
    }

    @Test
    void aRequestThatBreaksOffIsRecordedAsIncomplete() throws IOException {
        try (RawConnection connection = raw(legacy).connect()) {
            connection.write("POST /mcp HTTP/1.1\r\nContent-Length: 100\r\n\r\n{\"half\":");
        }

        await().untilAsserted(() -> assertThat(legacy.received()).hasSize(1));
        assertThat(legacy.received().getFirst().complete()).isFalse();
        assertThat(legacy.received().getFirst().mentions("half")).isTrue();
    }

    @Test
    void aLegacySessionHasAStandingStreamUntilTheClientLeaves() throws IOException {
        LegacyClient client = LegacyClient.connect(raw(legacy), "/mcp", "any");
        try (EventStream stream = client.listen()) {
            await().until(() -> legacy.streams().open() == 1);
            legacy.streams().broadcast("notifications/tools/list_changed", Json.object());
            await().untilAsserted(() -> assertThat(stream.messages()).hasSize(1));
        }
        await().until(() -> legacy.streams().abandoned() == 1);
    }

    @Test
    void theUpstreamCanEndItsStreams() throws IOException {
        try (EventStream stream =
                LegacyClient.connect(raw(legacy), "/mcp", "any").listen()) {
            await().until(() -> legacy.streams().open() == 1);
            legacy.streams().endAll();
            await().until(stream::ended);
        }
        await().until(() -> legacy.streams().open() == 0);
        assertThat(legacy.streams().abandoned()).isZero();
    }

    @Test
    void anEndedLegacySessionIsGone() {
        LegacyClient client = LegacyClient.connect(raw(legacy), "/mcp", "any");

        assertThat(client.end().status()).isEqualTo(200);
        assertThat(client.ask("ping", "{}").status()).isEqualTo(404);
    }

    @Test
    void aModernServerAnswersWithoutASession() {
        var client = new ModernClient(raw(modern), "/mcp", "any");

        assertThat(client.ask("server/discover", "{}")
                        .answer()
                        .at("/result/supportedVersions/0")
                        .asText())
                .isEqualTo("2026-07-28");
        assertThat(client.callTool("one", "{'a': 1}")
                        .answer()
                        .at("/result/content/0/text")
                        .asText())
                .isEqualTo("one {\"a\":1}");
        assertThat(client.ask("ping/pong", "{}").status()).isEqualTo(404);
        assertThat(modern.only("tools/call").header("Mcp-Name")).containsExactly("one");
    }

    @Test
    void aModernListenIsAcknowledgedFirst() throws IOException {
        var client = new ModernClient(raw(modern), "/mcp", "any");
        try (EventStream stream = client.listen("{'toolsListChanged': true}")) {
            await().until(() -> modern.streams().open() == 1);
            modern.streams().broadcast("notifications/tools/list_changed", Json.object());
            await().untilAsserted(() -> assertThat(stream.messages())
                    .extracting(message -> message.path("method").asText())
                    .containsExactly("notifications/subscriptions/acknowledged", "notifications/tools/list_changed"));
        }
    }

    @Test
    void scriptsReplaceAnswersUntilItBehavesAgain() {
        LegacyClient client = LegacyClient.connect(raw(legacy), "/mcp", "any");
        legacy.script("tools/call", Misbehaviour.dead());
        assertThat(client.callTool("one", "{}").status()).isZero();

        legacy.behave();
        assertThat(client.callTool("one", "{}").status()).isEqualTo(200);
    }

    private static URI base(RecordingUpstream upstream) {
        return URI.create(upstream.url()).resolve("/");
    }

    private static RawClient raw(RecordingUpstream upstream) {
        return new RawClient(new InetSocketAddress(
                InetAddress.getLoopbackAddress(), URI.create(upstream.url()).getPort()));
    }
}
