package dev.gatehouse.gateway.upstream.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.mcp.BoundedJson;
import dev.gatehouse.gateway.session.UpstreamSession;
import dev.gatehouse.gateway.upstream.FailureCause;
import dev.gatehouse.gateway.upstream.GatewayIdentity;
import dev.gatehouse.gateway.upstream.Initialization;
import dev.gatehouse.gateway.upstream.UpstreamAnswer;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.model.access.UpstreamServer;
import dev.gatehouse.model.resource.McpServerSpec.Protocol;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UpstreamClientIT {

    private static final Duration SOON = Duration.ofMillis(400);
    private static final Duration LATER = Duration.ofSeconds(10);

    private final FakeUpstream upstream = FakeUpstream.legacy("{\"tools\":{}}").tools("a");
    private final UpstreamServer server = upstream.server("git", Protocol.LEGACY);
    private final UpstreamClient client = new UpstreamClient(GatewayIdentity.ofVersion("1"));

    @AfterEach
    void close() {
        client.close();
        upstream.close();
    }

    @Test
    void sessionIsOpenedAndConfirmed() {
        assertThat(open().session()).isEqualTo(new UpstreamSession("session-1", "2025-11-25"));
        FakeUpstream.Seen confirmation =
                upstream.seen("notifications/initialized").getFirst();
        assertThat(confirmation.headers().getFirst("Mcp-Session-Id")).isEqualTo("session-1");
        assertThat(confirmation.headers().getFirst("MCP-Protocol-Version")).isEqualTo("2025-11-25");
    }

    @Test
    void noClientCapabilityIsDeclared() {
        var _ = open();

        assertThat(upstream.seen("initialize").getFirst().body().path("params").path("capabilities"))
                .isEmpty();
    }

    @Test
    void configuredCredentialsArePresented() {
        var _ = open();

        assertThat(upstream.seen())
                .allMatch(request ->
                        "Bearer upstream-secret".equals(request.headers().getFirst("Authorization")));
    }

    @Test
    void jsonAnswerIsRead() {
        assertThat(ask(LATER))
                .isInstanceOfSatisfying(
                        UpstreamAnswer.Answered.class,
                        answered -> assertThat(answered.result())
                                .hasToString("{\"tools\":[{\"name\":\"a\",\"description\":\"of a\"}]}"));
    }

    @Test
    void streamIsReadUntilOurAnswerComesAndNoFurther() {
        upstream.on(
                "tools/list",
                new Reply.Events(
                        List.of(
                                ": hello",
                                "data: {\"jsonrpc\":\"2.0\",\"method\":\"notifications/message\",\"params\":{}}",
                                "",
                                "data: {\"jsonrpc\":\"2.0\",\"id\":ID,\"method\":\"ping\"}",
                                "",
                                "data: {\"jsonrpc\":\"2.0\",\"id\":999,\"result\":{\"foreign\":1}}",
                                "",
                                "data: {\"jsonrpc\":\"2.0\",\"id\":ID,\"result\":{\"ours\":1}}",
                                ""),
                        true));

        assertThat(ask(LATER))
                .isInstanceOfSatisfying(
                        UpstreamAnswer.Answered.class,
                        answered -> assertThat(answered.result()).hasToString("{\"ours\":1}"));
    }

    @Test
    void streamWhoseAnswerCannotBeReadIsNotTakenForOneWithoutAnAnswer() {
        upstream.on("tools/list", new Reply.Events(List.of("data: {\"jsonrpc\":\"2.0\",\"id\":ID,", ""), false));

        assertThat(cause(ask(LATER))).isEqualTo(FailureCause.EVENT_UNREADABLE);
    }

    @Test
    void whatIsNoJsonRpcIsNotMcp() {
        upstream.on("tools/list", new Reply.Raw("application/json", "{\"id\":ID,\"tools\":[]}"));

        assertThat(cause(ask(LATER))).isEqualTo(FailureCause.NOT_MCP);
    }

    @Test
    void webPageIsToldByItsType() {
        upstream.on("tools/list", new Reply.Raw("text/html; charset=utf-8", "<html>"));

        assertThat(ask(LATER)).isEqualTo(new UpstreamFailure.BadMediaType("text/html"));
    }

    @Test
    void statusCountsForMoreThanAnErrorBelowIt() {
        upstream.on("tools/list", new Reply.Refusal(503, -32603));

        assertThat(ask(LATER)).isEqualTo(new UpstreamFailure.BadStatus(503));
    }

    @Test
    void acceptedWithoutAnAnswerIsNone() {
        upstream.on("tools/list", new Reply.Status(202, Map.of()));

        assertThat(ask(LATER)).isEqualTo(new UpstreamFailure.BadStatus(202));
    }

    @Test
    void everyRequestNamesTheGateway() {
        var _ = open();
        client.end(server, new UpstreamSession("session-1", "2025-11-25"));

        Awaitility.await().until(() -> upstream.seen().size() >= 3);
        assertThat(upstream.seen())
                .allMatch(request -> "gatehouse/1".equals(request.headers().getFirst("User-Agent")));
    }

    @Test
    void streamThatEndsWithoutTheAnswerIsUnusable() {
        upstream.on("tools/list", new Reply.Events(List.of("data: {}", ""), false));

        assertThat(cause(ask(LATER))).isEqualTo(FailureCause.STREAM_ENDED);
    }

    @Test
    void silenceTimesOut() {
        upstream.on("tools/list", new Reply.Silence());

        assertThat(cause(ask(SOON))).isEqualTo(FailureCause.TIMEOUT);
    }

    @Test
    void streamThatNeverAnswersTimesOut() {
        upstream.on("tools/list", new Reply.Events(List.of(": ping", ""), true));

        assertThat(cause(ask(SOON))).isEqualTo(FailureCause.TIMEOUT);
    }

    @Test
    void giantJsonIsUnusable() {
        upstream.on("tools/list", new Reply.Raw("application/json", "[" + " ".repeat(UpstreamClient.MAX_ANSWER_BYTES)));

        assertThat(cause(ask(LATER))).isEqualTo(FailureCause.TOO_LARGE);
    }

    @Test
    void giantEventIsUnusable() {
        String line = "x".repeat(UpstreamClient.MAX_ANSWER_BYTES + 1);
        upstream.on("tools/list", new Reply.Events(List.of("data: " + line), true));

        assertThat(cause(ask(LATER))).isEqualTo(FailureCause.EVENT_TOO_LARGE);
    }

    @Test
    void redirectIsNotFollowed() {
        try (var elsewhere = FakeUpstream.legacy("{}")) {
            String target = elsewhere.server("x", Protocol.LEGACY).url().toString();
            upstream.on("tools/list", new Reply.Status(307, Map.of("Location", target)));

            assertThat(cause(ask(LATER))).isEqualTo(FailureCause.REDIRECT);
            assertThat(elsewhere.seen()).isEmpty();
        }
    }

    @Test
    void answerWithAnotherIdIsUnusable() {
        upstream.on("tools/list", new Reply.Raw("application/json", "{\"jsonrpc\":\"2.0\",\"id\":999,\"result\":{}}"));

        assertThat(cause(ask(LATER))).isEqualTo(FailureCause.WRONG_ID);
    }

    @Test
    void errorIsToldByItsCode() {
        upstream.on("tools/list", new Reply.Refusal(200, -32000));

        assertThat(ask(LATER))
                .isInstanceOfSatisfying(
                        UpstreamFailure.RpcError.class,
                        error -> assertThat(error.code()).isEqualTo(-32000));
    }

    @Test
    void notFoundInASessionMeansThatTheSessionHasEnded() {
        upstream.on("tools/list", new Reply.Refusal(404, -32001));

        assertThat(ask(LATER)).isInstanceOf(UpstreamFailure.SessionGone.class);
    }

    @Test
    void refusedCredentialsAreToldApart() {
        upstream.on("tools/list", new Reply.Status(401, Map.of("WWW-Authenticate", "Bearer realm=secret")));

        assertThat(ask(LATER)).isEqualTo(new UpstreamFailure.BadStatus(401));
    }

    @Test
    void failuresTellNeitherAddressNorCredential() {
        UpstreamFailure refused = (UpstreamFailure) client.request(
                FakeUpstream.dead("x", Protocol.LEGACY),
                new UpstreamSession("", "2025-11-25"),
                "tools/list",
                BoundedJson.newObject(),
                LATER);

        assertThat(refused.cause()).isEqualTo(FailureCause.REFUSED);
        assertThat(refused.toString()).doesNotContain("127.0.0.1").doesNotContain("secret");
    }

    @Test
    void modernRequestCarriesWhatTheRevisionDemands() {
        upstream.on("tools/list", new Reply.Result("{}"));

        var _ = client.request(server, "tools/list", BoundedJson.newObject(), LATER);

        FakeUpstream.Seen seen = upstream.seen("tools/list").getFirst();
        assertThat(seen.headers().getFirst("MCP-Protocol-Version")).isEqualTo("2026-07-28");
        assertThat(seen.headers().getFirst("Mcp-Method")).isEqualTo("tools/list");
        assertThat(seen.headers().containsKey("Mcp-Session-Id")).isFalse();
        var meta = seen.body().path("params").path("_meta");
        assertThat(meta.path("io.modelcontextprotocol/protocolVersion").asText())
                .isEqualTo("2026-07-28");
        assertThat(meta.path("io.modelcontextprotocol/clientCapabilities").isObject())
                .isTrue();
    }

    @Test
    void endedSessionIsDeletedUpstream() {
        client.end(server, new UpstreamSession("session-9", "2025-11-25"));

        Awaitility.await()
                .untilAsserted(() -> assertThat(upstream.seen()).anySatisfy(request -> {
                    assertThat(request.verb()).isEqualTo("DELETE");
                    assertThat(request.headers().getFirst("Mcp-Session-Id")).isEqualTo("session-9");
                }));
    }

    @Test
    void versionThatTheGatewayDoesNotSpeakIsUnusable() {
        upstream.on("initialize", new Reply.Result("{\"protocolVersion\":\"2026-07-28\",\"capabilities\":{}}"));

        assertThat(cause(client.open(server, "2025-11-25", LATER))).isEqualTo(FailureCause.NO_ERA);
    }

    private Initialization.Initialized open() {
        return (Initialization.Initialized) client.open(server, "2025-11-25", LATER);
    }

    private static FailureCause cause(Object outcome) {
        return ((UpstreamFailure) outcome).cause();
    }

    private UpstreamAnswer ask(Duration timeout) {
        var session = new UpstreamSession("session-1", "2025-11-25");
        return client.request(server, session, "tools/list", BoundedJson.newObject(), timeout);
    }
}
