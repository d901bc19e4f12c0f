package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.testing.LegacyClient;
import dev.gatehouse.gateway.testing.RawRequest;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.RecordingUpstream;
import dev.gatehouse.gateway.testing.Scene;
import dev.gatehouse.gateway.testing.Side;
import dev.gatehouse.gateway.testing.Tokens;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A2: no verb, override header or forgotten path leads around the gate or tells what is behind it. */
class A2VerbsAndSideDoorsIT {

    private static final Scene SCENE = Scene.open();

    @AfterAll
    static void close() throws IOException {
        SCENE.close();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"POST", "GET", "DELETE", "HEAD", "PUT", "PATCH", "TRACE", "OPTIONS", "PROPFIND"})
    void withoutATokenNoVerbDoesAnything(String verb) {
        for (String path : new String[] {"/mcp", "/servers/alpha/mcp", "/servers/gamma/mcp"}) {
            RawResponse response = SCENE.refused(SCENE.allowedCall(Side.MODERN)
                    .without("Authorization")
                    .method(verb)
                    .target(path));

            assertThat(response.status()).as(verb + " " + path).isIn(401, 405, 501);
            assertTellsNothing(response);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"HEAD", "PUT", "PATCH", "TRACE", "OPTIONS", "PROPFIND"})
    void withATokenOtherVerbsAreNotAllowed(String verb) {
        RawResponse response = SCENE.refused(SCENE.allowedCall(Side.LEGACY).method(verb));

        assertThat(response.status()).isIn(405, 501);
        assertThat(response.body()).doesNotContain(Tokens.of("alice"), Scene.CANARY);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"GET", "DELETE"})
    void theModernEraKnowsOnlyPost(String verb) {
        RawRequest request = RawRequest.of(verb, "/mcp")
                .bearer(Tokens.of("alice"))
                .with("MCP-Protocol-Version", "2026-07-28")
                .with("Accept", "text/event-stream");

        SCENE.refused(request, 405);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"})
    void anOverriddenVerbIsStillTheVerbOfTheRequestLine(String header) {
        LegacyClient session = SCENE.gateway().legacy("/mcp", "alice");
        SCENE.raw().send(session.request("ping", "{}").with(header, "DELETE"));

        assertThat(session.ask("ping", "{}").status()).as("the session lives").isEqualTo(200);
        SCENE.upstreams().forEach(upstream -> upstream.assertNeverSaw(header));
        assertThat(SCENE.upstreams().stream().flatMap(upstream -> upstream.received().stream()))
                .noneMatch(request -> request.method().equals("DELETE"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/",
                "/healthz",
                "/readyz",
                "/metrics",
                "/api",
                "/api/v1/servers",
                "/admin",
                "/console",
                "/servers",
                "/servers/",
                "/servers/alpha",
                "/sse",
                "/message",
                "/debug/pprof",
                "/.well-known/oauth-protected-resource",
                "/.well-known/oauth-protected-resource/mcp",
                "/.well-known/mcp.json"
            })
    void noOtherPathTellsAnythingToAnybody(String path) {
        SCENE.legacy("/mcp", "alice");
        for (String client : new String[] {"", "alice"}) {
            RawRequest request = RawRequest.of("GET", path);
            RawResponse response = SCENE.raw().send(client.isEmpty() ? request : request.bearer(Tokens.of(client)));

            assertTellsNothing(response);
            assertThat(response.visible())
                    .doesNotContain(SCENE.legacy("/mcp", "alice").session());
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/mcp/",
                "//mcp",
                "/MCP",
                "/mcp/../mcp",
                "/./mcp",
                "/%6dcp",
                "/mcp%2f",
                "/mcp;x=1",
                "/servers/alpha/mcp/..%2f..%2fbeta/mcp",
                "/servers/alpha/../beta/mcp",
                "/servers/alpha%2fmcp",
                "/servers/ALPHA/mcp",
                "/servers/beta/mcp",
                "/servers/%62eta/mcp",
                "/servers//mcp",
                "/servers/*/mcp",
                "/mcp\\..\\mcp"
            })
    void aPathThatIsNotExactlyAnAllowedEndpointReachesNoUpstream(String path) {
        RawResponse response = SCENE.refused(
                SCENE.call(Side.LEGACY, "/mcp", "alice", "beta_only").target(path));

        assertThat(response.status()).as(response.visible()).isIn(200, 400, 404);
        assertThat(response.body()).doesNotContain("beta_only {");
    }

    private static void assertTellsNothing(RawResponse response) {
        assertThat(response.visible())
                .doesNotContain("alpha", "beta", "gamma", "alice", "tok-", "upstream-session", "team-a");
        for (RecordingUpstream upstream : SCENE.upstreams()) {
            assertThat(response.visible()).doesNotContain(upstream.url());
        }
    }
}
