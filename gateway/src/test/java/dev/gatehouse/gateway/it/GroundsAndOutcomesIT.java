package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.testing.EventStream;
import dev.gatehouse.gateway.testing.Misbehaviour;
import dev.gatehouse.gateway.testing.RawRequest;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.RecordingUpstream;
import dev.gatehouse.gateway.testing.Scene;
import dev.gatehouse.gateway.testing.Side;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The audit tells on which grounds a request was decided and how it ended as two facts, in one line or two. */
class GroundsAndOutcomesIT {

    private static final String HALF =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 999\r\n\r\n{\"jsonrpc\"";

    private static final String MARK = "/nothing-here";

    private static final Scene SCENE = Scene.open();

    @AfterEach
    void behave() {
        SCENE.upstreams().forEach(RecordingUpstream::behave);
    }

    @AfterAll
    static void close() throws IOException {
        SCENE.close();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void allowedCallThatTheUpstreamFailedKeepsTheRuleThatGrantsIt(Side side) {
        SCENE.upstream(side).script("tools/call", Misbehaviour.status(500));

        List<ObjectNode> lines = linesOf(SCENE.allowedCall(side));

        assertThat(lines).hasSize(1);
        assertThat(text(lines.getFirst(), "verdict")).isEqualTo("allowed");
        assertThat(text(lines.getFirst(), "grounds")).isEqualTo("rule");
        assertThat(text(lines.getFirst(), "rule")).contains("allow#");
        assertThat(text(lines.getFirst(), "outcome")).isEqualTo("upstream_status");
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void listThatBreaksAfterItsHeadIsNoSuccess(Side side) {
        SCENE.upstream(side).script("tools/list", (request, reply) -> reply.raw(HALF));

        List<ObjectNode> lines = linesOf(SCENE.request(side, side.ownPath(), "alice", "tools/list", "{}"));

        assertThat(lines).hasSize(1);
        assertThat(text(lines.getFirst(), "outcome")).isEqualTo("upstream_broken");
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void answerThatBreaksAfterItsHeadIsASecondLine(Side side) {
        SCENE.upstream(side).script("tools/call", (request, reply) -> reply.raw(HALF));

        List<ObjectNode> lines = linesOf(SCENE.allowedCall(side));

        assertThat(lines).hasSize(2);
        assertThat(text(lines.getFirst(), "outcome")).isEqualTo("answered");
        assertThat(lines.getLast().has("verdict")).isFalse();
        assertThat(text(lines.getLast(), "outcome")).isEqualTo("upstream_broken");
    }

    @Test
    void streamThatEndsWithoutTheAnswerIsASecondLineAndAnErrorToTheCaller() throws IOException {
        SCENE.gamma().script("tools/call", SCENE.gamma().openStream(": begun\n\n"));
        RawRequest call = SCENE.allowedCall(Side.MODERN);
        int before = SCENE.gateway().audit().events().size();
        try (EventStream stream = SCENE.raw().open(call)) {
            await().until(() -> SCENE.gamma().streams().open() == 1);
            SCENE.gamma().streams().endAll();
            await().atMost(Duration.ofSeconds(5)).until(() -> linesSince(before).size() == 2);
            assertThat(stream.status()).isEqualTo(200);
        }

        assertThat(text(linesSince(before).getLast(), "outcome")).isEqualTo("upstream_stream_ended");
    }

    @Test
    void callerWhoLeavesIsTold() throws IOException {
        SCENE.gamma().script("tools/call", SCENE.gamma().openStream(": begun\n\n"));
        int before = SCENE.gateway().audit().events().size();
        try (EventStream stream = SCENE.raw().open(SCENE.allowedCall(Side.MODERN))) {
            assertThat(stream.status()).isEqualTo(200);
        }

        await().atMost(Duration.ofSeconds(5)).until(() -> linesSince(before).size() == 2);
        assertThat(text(linesSince(before).getLast(), "outcome")).isEqualTo("caller_left");
    }

    @Test
    void standingStreamIsOpenedAndThenEnded() throws IOException {
        int before = SCENE.gateway().audit().events().size();
        try (EventStream stream = SCENE.legacy("/mcp", "alice").listen()) {
            assertThat(stream.status()).isEqualTo(200);
        }

        await().atMost(Duration.ofSeconds(5))
                .until(() -> linesSince(before).stream()
                        .anyMatch(line -> text(line, "outcome").equals("caller_left")));
        ObjectNode end = linesSince(before).getLast();
        assertThat(linesSince(before).stream()
                        .filter(line -> line.path("request").equals(end.path("request")))
                        .map(line -> text(line, "outcome")))
                .containsExactly("opened", "caller_left");
    }

    @Test
    void unknownEndpointIsToldWithItsPath() {
        List<ObjectNode> lines = linesOf(SCENE.allowedCall(Side.MODERN).target("/servers/nosuch/mcp"));

        assertThat(text(lines.getFirst(), "grounds")).isEqualTo("no_such_endpoint");
        assertThat(text(lines.getFirst(), "path")).isEqualTo("/servers/nosuch/mcp");
    }

    /** The lines of one request, without what came before it: a session's opening is told of a little later. */
    private static List<ObjectNode> linesOf(RawRequest request) {
        writeAll();
        int before = SCENE.gateway().audit().events().size();
        RawResponse answer = SCENE.raw().send(request);
        writeAll();
        List<ObjectNode> lines = linesSince(before).stream()
                .filter(line -> !text(line, "path").equals(MARK))
                .toList();
        assertThat(lines).as(answer.visible()).isNotEmpty();
        assertThat(lines.stream().map(line -> line.path("request")).distinct()).hasSize(1);
        return lines;
    }

    /** Waits until the audit is written so far: lines keep their order, so one request more stands behind them. */
    private static void writeAll() {
        long marks = marks();
        SCENE.raw().send(RawRequest.of("GET", MARK));
        await().until(() -> marks() > marks);
    }

    private static long marks() {
        return linesSince(0).stream()
                .filter(line -> text(line, "path").equals(MARK))
                .count();
    }

    private static List<ObjectNode> linesSince(int before) {
        List<ObjectNode> all = SCENE.gateway().audit().events();
        return all.subList(before, all.size());
    }

    private static String text(ObjectNode line, String field) {
        return line.path(field).asText();
    }
}
