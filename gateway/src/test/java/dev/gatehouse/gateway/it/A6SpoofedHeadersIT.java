package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatehouse.gateway.testing.RawRequest;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.Scene;
import dev.gatehouse.gateway.testing.Side;
import dev.gatehouse.gateway.testing.Tokens;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A6: no header of a client's invention names a principal, a route or an upstream. */
class A6SpoofedHeadersIT {

    private static final Scene SCENE = Scene.open();

    @AfterAll
    static void close() throws IOException {
        SCENE.close();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("spoofs")
    void makesNobodySomebodyAndOpensNothing(String header, String value) {
        SCENE.refused(SCENE.allowedCall(Side.MODERN).without("Authorization").with(header, value), 401);

        RawRequest denied =
                SCENE.call(Side.LEGACY, "/mcp", "alice", "beta__open").with(header, value);
        assertThat(SCENE.refused(denied).errorCode()).isEqualTo(-32602);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("spoofs")
    void doesNotTravelUpstream(String header, String value) {
        SCENE.alpha().forget();

        SCENE.raw().send(SCENE.allowedCall(Side.LEGACY).with(header, value));

        assertThat(SCENE.alpha().only("tools/call").header(header)).doesNotContain(value);
    }

    static Stream<Arguments> spoofs() {
        return Stream.of(
                arguments("X-Forwarded-User", "root"),
                arguments("X-Remote-User", "root"),
                arguments("X-Authenticated-Userid", "client/team-a/root"),
                arguments("X-Gatehouse-Principal", "client/team-a/root"),
                arguments("X-Gatehouse-Server", "beta"),
                arguments("X-Original-URL", "/servers/beta/mcp"),
                arguments("X-Rewrite-URL", "/servers/beta/mcp"),
                arguments("X-Forwarded-Prefix", "/servers/beta"),
                arguments("X-Forwarded-Host", "evil.example"),
                arguments("X-Forwarded-Proto", "https"),
                arguments("X-Forwarded-For", "127.0.0.1"),
                arguments("X-Real-Ip", "127.0.0.1"),
                arguments("Forwarded", "for=127.0.0.1;host=evil.example"),
                arguments("Via", "1.1 trusted"),
                arguments("mcp-init-host", "evil.example"),
                arguments("router-key", "guess"),
                arguments("Mcp-Server", "beta"));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Side.class)
    void aConnectionHeaderCannotStripTheAuthorizationOfEitherLeg(Side side) {
        RawRequest request =
                SCENE.allowedCall(side).with("Connection", "Authorization, Mcp-Session-Id, Mcp-Name, Host");
        RawResponse response = SCENE.raw().send(request);

        assertThat(response.status()).isIn(200, 400);
        assertThat(SCENE.upstream(side).received("tools/call")).allSatisfy(seen -> {
            assertThat(seen.header("Connection")).noneMatch(value -> value.contains("uthorization"));
            assertThat(seen.header("Host")).hasSize(1);
        });
        SCENE.upstream(side).assertNeverSaw(Tokens.of("alice"));

        SCENE.refused(request.without("Authorization").with("Authorization", "Bearer x"), 401);
    }
}
