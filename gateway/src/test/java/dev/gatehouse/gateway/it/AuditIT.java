package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.testing.RawRequest;
import dev.gatehouse.gateway.testing.RecordingUpstream;
import dev.gatehouse.gateway.testing.Scene;
import dev.gatehouse.gateway.testing.Side;
import dev.gatehouse.gateway.testing.Tokens;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One event for each decision, which says who, what and why, and nothing that is secret. */
class AuditIT {

    private static final Duration SOON = Duration.ofMillis(25);
    private static final Scene SCENE = Scene.open();

    @AfterEach
    void behave() {
        SCENE.upstreams().forEach(RecordingUpstream::behave);
    }

    @AfterAll
    static void close() throws IOException {
        SCENE.close();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Side.class)
    void anAllowedCallIsOneEventWithEverythingInIt(Side side) {
        ObjectNode event = only(SCENE.allowedCall(side));

        assertThat(event.path("verdict").asText()).isEqualTo("allowed");
        assertThat(event.at("/principal/kind").asText()).isEqualTo("client");
        assertThat(event.at("/principal/namespace").asText()).isEqualTo("team-a");
        assertThat(event.at("/principal/name").asText()).isEqualTo("alice");
        assertThat(event.at("/principal/uid").asText()).isNotEmpty();
        assertThat(event.path("token").asText()).isEqualTo("current");
        assertThat(event.path("plane").asText()).isEqualTo("mcp");
        assertThat(event.path("method").asText()).isEqualTo("tools/call");
        assertThat(event.path("server").asText()).isEqualTo(side.server());
        assertThat(event.path("name").asText()).isEqualTo("open");
        assertThat(event.path("rule").asText()).contains("allow").contains("#");
        assertThat(event.path("configVersion").asLong()).isPositive();
        assertThat(event.path("durationMicros").asLong()).isPositive();
        assertThat(event.path("remote").asText()).isEqualTo("127.0.0.1");
        assertThat(event.path("time").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Side.class)
    void aListIsFiltered(Side side) {
        ObjectNode event = only(SCENE.request(side, "tools/list", "{}"));

        assertThat(event.path("verdict").asText()).isEqualTo("filtered");
        assertThat(event.path("method").asText()).isEqualTo("tools/list");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Side.class)
    void aDeniedCallIsOneEvent(Side side) {
        ObjectNode event = only(SCENE.call(side, "/mcp", "alice", side.wireName("get_secret")));

        assertThat(event.path("verdict").asText()).isEqualTo("denied");
        assertThat(event.path("server").asText()).isEqualTo(side.server());
        assertThat(event.path("name").asText()).isEqualTo("get_secret");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Side.class)
    void unknownAndForbiddenDifferHereOnly(Side side) {
        ObjectNode forbidden = only(SCENE.call(side, "/mcp", "alice", "beta__open"));
        ObjectNode unknown = only(SCENE.call(side, "/mcp", "alice", "nosuch__open"));

        assertThat(List.of(forbidden, unknown))
                .allMatch(event -> event.path("verdict").asText().equals("denied"));
        assertThat(forbidden.path("grounds")).isNotEqualTo(unknown.path("grounds"));
    }

    @Test
    void aRefusedTokenIsAnEventWithoutAPrincipal() {
        ObjectNode event = only(SCENE.allowedCall(Side.MODERN).bearer(Tokens.of("stranger")));

        assertThat(event.path("verdict").asText()).isEqualTo("denied");
        assertThat(event.has("principal")).isFalse();
        assertThat(event.path("grounds").asText()).isNotEmpty();
    }

    @Test
    void reasonsTellWhatWasWrongWithATokenThoughAnswersDoNot() {
        String unknown = only(SCENE.allowedCall(Side.MODERN).bearer(Tokens.of("stranger")))
                .path("grounds")
                .asText();
        String missing = only(SCENE.allowedCall(Side.MODERN).without("Authorization"))
                .path("grounds")
                .asText();

        assertThat(unknown).isNotEqualTo(missing);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"{", "[]", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"method\":\"ping\"}"})
    void aMessageThatCannotBeReadIsOneEvent(String body) {
        ObjectNode event = only(SCENE.allowedCall(Side.LEGACY).body(body));

        assertThat(event.path("verdict").asText()).isEqualTo("denied");
        assertThat(event.at("/principal/name").asText()).isEqualTo("alice");
    }

    @Test
    void aTraceIsCarriedOver() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        ObjectNode event =
                only(SCENE.allowedCall(Side.MODERN).with("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));

        assertThat(event.path("traceId").asText()).isEqualTo(trace);
    }

    @ParameterizedTest(name = "[{index}]")
    @ValueSource(strings = {"x\r\n{\"forged\":true}", "x\"},{\"forged\":true", "x\u0000\u001b[2J", "x\u2028\u2029y"})
    void aNameCannotForgeALine(String name) {
        ObjectNode event = only(SCENE.call(Side.LEGACY, "/mcp", "alice", "alpha__" + name));

        assertThat(event.path("name").asText()).isEqualTo(name);
        assertThat(SCENE.gateway().audit().events()).noneMatch(each -> each.has("forged"));
    }

    @Test
    void noTokenAndNoArgumentIsEverWritten() {
        SCENE.raw().send(SCENE.allowedCall(Side.LEGACY));
        SCENE.raw().send(SCENE.allowedCall(Side.MODERN));
        SCENE.raw().send(SCENE.allowedCall(Side.MODERN).bearer(Tokens.of("stranger")));

        assertThat(SCENE.gateway().audit().text())
                .doesNotContain(
                        "tok-", Scene.CANARY, SCENE.legacy("/mcp", "alice").session(), "Bearer ");
    }

    /** Sends the request and returns the one event that it made. */
    private static ObjectNode only(RawRequest request) {
        int before = settled();
        SCENE.raw().send(request);
        await().pollInterval(SOON).until(() -> SCENE.gateway().audit().events().size() > before);
        int after = settled();
        assertThat(after - before).as("events of one request").isEqualTo(1);
        return SCENE.gateway().audit().events().getLast();
    }

    /** The number of events once no more are on their way: each is written soon after its answer. */
    private static int settled() {
        SCENE.raw().send(RawRequest.of("GET", "/healthz"));
        int[] last = {-1};
        await().pollInterval(SOON).until(() -> {
            int now = SCENE.gateway().audit().events().size();
            boolean same = now == last[0];
            last[0] = now;
            return same;
        });
        return last[0];
    }
}
