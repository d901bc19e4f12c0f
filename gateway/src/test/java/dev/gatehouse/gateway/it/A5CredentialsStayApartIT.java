package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatehouse.gateway.testing.Catalogue;
import dev.gatehouse.gateway.testing.GatewayFixture;
import dev.gatehouse.gateway.testing.HeaderLine;
import dev.gatehouse.gateway.testing.Manifest;
import dev.gatehouse.gateway.testing.ManifestFolder;
import dev.gatehouse.gateway.testing.Misbehaviour;
import dev.gatehouse.gateway.testing.RawRequest;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.RecordingUpstream;
import dev.gatehouse.gateway.testing.RecordingUpstream.Behaviour;
import dev.gatehouse.gateway.testing.Tokens;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A5: what a client presents ends at the gateway, and what the gateway presents upstream never comes back. */
class A5CredentialsStayApartIT {

    private static final String BEARER = "upstream-bearer-credential-93f1";
    private static final String API_KEY = "upstream-api-key-77aa";
    private static final RecordingUpstream LEGACY = RecordingUpstream.legacy(
            Catalogue.empty().tools("open").prompts("hello").resources("note://1"));
    private static final RecordingUpstream MODERN = RecordingUpstream.modern(
            Catalogue.empty().tools("open").prompts("hello").resources("card://1"));
    private static final GatewayFixture GATEWAY = GatewayFixture.start(A5CredentialsStayApartIT::world);

    private static void world(ManifestFolder folder) {
        String auth = """
                  auth:
                    bearer: {secretRef: {name: upstream, key: bearer}}
                    headers: [{name: X-Api-Key, secretRef: {name: upstream, key: api}}]
                """;
        folder.write("alpha.yaml", Manifest.server("alpha", LEGACY.url(), auth + "  protocol: Legacy"))
                .write("gamma.yaml", Manifest.server("gamma", MODERN.url(), auth + "  protocol: Modern"))
                .write(
                        "upstream.yaml",
                        Manifest.secret("upstream", "bearer", BEARER)
                                .replace(BEARER + "\"", BEARER + "\", api: \"" + API_KEY + "\""))
                .client("alice", "[{server: alpha}, {server: gamma}]");
    }

    @AfterEach
    void behave() {
        LEGACY.behave();
        MODERN.behave();
    }

    @AfterAll
    static void close() throws IOException {
        GATEWAY.close();
        LEGACY.close();
        MODERN.close();
    }

    @Test
    void upstreamsSeeTheGatewaysCredentialsAndNothingOfTheClients() {
        Stream.of("/mcp", "/servers/alpha/mcp").forEach(path -> {
            var session = GATEWAY.legacy(path, "alice");
            Stream.of("tools/list", "prompts/list", "resources/list")
                    .forEach(list -> GATEWAY.raw().send(withCookies(session.request(list, "{}"))));
            GATEWAY.raw().send(withCookies(session.toolCall(path.equals("/mcp") ? "alpha__open" : "open", "{}")));
        });
        var modern = GATEWAY.modern("/servers/gamma/mcp", "alice");
        GATEWAY.raw().send(withCookies(modern.toolCall("open", "{}")));
        GATEWAY.raw().send(withCookies(modern.request("server/discover", "{}")));

        Stream.of(LEGACY, MODERN).forEach(upstream -> {
            assertThat(upstream.received("tools/call")).isNotEmpty();
            assertThat(upstream.received()).allSatisfy(request -> {
                assertThat(request.header("Authorization")).containsExactly("Bearer " + BEARER);
                assertThat(request.header("X-Api-Key")).containsExactly(API_KEY);
                assertThat(request.header("Cookie")).isEmpty();
            });
            upstream.assertNeverSaw(Tokens.of("alice"));
            upstream.assertNeverSaw("crumb");
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("upstreamAnswers")
    void nothingOfTheUpstreamsAuthenticationComesBack(String name, Behaviour behaviour) {
        LEGACY.script("tools/call", behaviour);
        MODERN.script("tools/call", behaviour);

        RawResponse legacy = GATEWAY.legacy("/mcp", "alice").callTool("alpha__open", "{}");
        RawResponse modern = GATEWAY.modern("/mcp", "alice").callTool("gamma__open", "{}");

        assertThat(Stream.of(legacy, modern)).allSatisfy(response -> {
            assertThat(response.status()).isNotIn(0, 401, 403, 407);
            assertThat(response.header("WWW-Authenticate")).isEmpty();
            assertThat(response.header("Proxy-Authenticate")).isEmpty();
            assertThat(response.header("Set-Cookie")).isEmpty();
            assertThat(response.visible()).doesNotContain(BEARER, API_KEY, "realm", "secret detail", "crumb");
        });
        assertThat(GATEWAY.audit().text()).doesNotContain(BEARER, API_KEY, Tokens.of("alice"));
    }

    static Stream<Arguments> upstreamAnswers() {
        var challenge = new HeaderLine("WWW-Authenticate", "Bearer realm=\"upstream\"");
        var cookie = new HeaderLine("Set-Cookie", "crumb=1");
        return Stream.of(
                arguments("401 with a challenge", Misbehaviour.status(401, challenge)),
                arguments("403 with a challenge", Misbehaviour.status(403, challenge)),
                arguments("407", Misbehaviour.status(407, new HeaderLine("Proxy-Authenticate", "Basic realm=\"p\""))),
                arguments("a cookie beside a result", Misbehaviour.result("application/json", cookie, challenge)),
                arguments("500 with details", Misbehaviour.status(500)));
    }

    @Test
    void anEchoOfTheCredentialInAnUpstreamsHeadersIsNotRelayed() {
        LEGACY.script(
                "tools/call",
                Misbehaviour.result(
                        "application/json",
                        new HeaderLine("X-Api-Key", API_KEY),
                        new HeaderLine("Authorization", "Bearer " + BEARER),
                        new HeaderLine("X-Debug", BEARER)));

        assertThat(GATEWAY.legacy("/mcp", "alice").callTool("alpha__open", "{}").visible())
                .doesNotContain(BEARER, API_KEY);
    }

    private static RawRequest withCookies(RawRequest request) {
        return request.with("Cookie", "crumb=1").with("X-Api-Key", "crumb").with("Proxy-Authorization", "Basic crumb");
    }
}
