package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.gateway.testing.EventStream;
import dev.gatehouse.gateway.testing.RawConnection;
import dev.gatehouse.gateway.testing.RawRequest;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.RecordingUpstream;
import dev.gatehouse.gateway.testing.Scene;
import dev.gatehouse.gateway.testing.Side;
import dev.gatehouse.gateway.testing.Tokens;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one client may ask for, and what anybody may send. */
class LimitsIT {

    private static final String ALL = "[{server: alpha}, {server: gamma}]";
    private static final Scene SCENE = Scene.open(folder -> folder.gateway("{limits: {headerBytes: 8192}}")
            .client("slow", ALL, "  limits: {requestsPerMinute: 5}")
            .client("narrow", ALL, "  limits: {maxConcurrent: 2}"));

    @AfterEach
    void behave() {
        SCENE.upstreams().forEach(RecordingUpstream::behave);
    }

    @AfterAll
    static void close() throws IOException {
        SCENE.close();
    }

    @Test
    void aClientThatAsksTooOftenIsToldWhenToComeBackAndNobodyElseIs() {
        var answers = new ArrayList<RawResponse>();
        for (int i = 0; i < 12; i++) {
            answers.add(SCENE.raw().send(SCENE.call(Side.MODERN, "/mcp", "slow", "gamma__open")));
        }

        assertThat(answers).extracting(RawResponse::status).startsWith(200, 200).endsWith(429);
        assertThat(SCENE.gamma().received("tools/call")).hasSizeLessThanOrEqualTo(6);
        assertThat(answers.getLast().header("Retry-After"))
                .singleElement()
                .asString()
                .matches("[1-9]\\d?");
        assertThat(SCENE.modern("/mcp", "alice").ask("tools/list", "{}").status())
                .isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Side.class)
    void aClientWithTooManyCallsInFlightWaitsItsTurn(Side side) throws IOException {
        RecordingUpstream upstream = SCENE.upstream(side);
        upstream.script("tools/call", upstream.openStream(": begun\n\n"));
        RawRequest call = SCENE.call(side, "/mcp", "narrow", side.wireName("open"));
        try (EventStream first = SCENE.raw().open(call);
                EventStream second = SCENE.raw().open(call)) {
            assertThat(List.of(first.status(), second.status())).containsOnly(200);

            assertThat(SCENE.raw().send(call).status()).isEqualTo(429);
            assertThat(SCENE.modern("/mcp", "alice").ask("tools/list", "{}").status())
                    .isEqualTo(200);
        }
        upstream.streams().endAll();
        upstream.behave();
        await().untilAsserted(() -> assertThat(SCENE.raw().send(call).status()).isEqualTo(200));
    }

    @Test
    void aHeadBeyondTheLimitIsRefused() throws IOException {
        SCENE.forget();
        try (RawConnection connection = SCENE.raw().connect()) {
            RawRequest request = SCENE.allowedCall(Side.MODERN).with("X-Filler", "x".repeat(9000));

            assertThat(Attempts.status(connection, request)).isIn(0, 400, 413, 431);
        }
        SCENE.assertNothingGotThrough();
    }

    @Test
    void manyHeadersAreRefused() throws IOException {
        RawRequest request = SCENE.allowedCall(Side.MODERN);
        for (int i = 0; i < 500; i++) {
            request = request.with("x" + i, "1");
        }
        SCENE.forget();
        try (RawConnection connection = SCENE.raw().connect()) {
            assertThat(Attempts.status(connection, request)).isIn(0, 400, 413, 431);
        }
        SCENE.assertNothingGotThrough();
    }

    @Test
    void anUnauthenticatedCallerCannotMakeTheGatewayReadABody() throws IOException {
        SCENE.forget();
        try (RawConnection connection = SCENE.raw().connect()) {
            connection.write("POST /mcp HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 4000000\r\n\r\n{");

            assertThat(connection.read().status()).isEqualTo(401);
        }
    }

    @Test
    void aBodyJustBelowTheLimitPasses() {
        String large = "x".repeat((4 << 20) - 1000);

        RawResponse response = SCENE.raw()
                .send(SCENE.request(
                        Side.MODERN, "tools/call", "{'name': 'gamma__open', 'arguments': {'x': '" + large + "'}}"));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).contains(large);
    }

    @Test
    void refusedRequestsHoldNoPlace() throws IOException {
        for (int i = 0; i < 10; i++) {
            try (RawConnection connection = SCENE.raw().connect()) {
                connection.write("POST /mcp HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + Tokens.of("narrow")
                        + "\r\nContent-Type: text/plain\r\nContent-Length: 1000\r\n\r\n{");
                assertThat(connection.read().status()).isEqualTo(415);
            }
        }
        await().untilAsserted(() -> assertThat(
                        SCENE.modern("/mcp", "narrow").ask("tools/list", "{}").status())
                .isEqualTo(200));
    }

    @Test
    void anHonestClientStaysBelowItsLimit() {
        assertThat(SCENE.raw()
                        .send(SCENE.request(Side.MODERN, "tools/list", "{}").bearer(Tokens.of("narrow")))
                        .status())
                .isEqualTo(200);
    }
}
