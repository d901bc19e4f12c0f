package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.testing.LegacyClient;
import dev.gatehouse.gateway.testing.RawConnection;
import dev.gatehouse.gateway.testing.RawRequest;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.Scene;
import dev.gatehouse.gateway.testing.Side;
import dev.gatehouse.gateway.testing.Tokens;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A7: a browser that was lured or rebound gets nowhere, even with a good token. */
class A7OriginAndHostIT {

    private static final Scene SCENE = Scene.open(folder ->
            folder.gateway("{publicUrl: 'https://mcp.example.org', allowedOrigins: ['https://ide.example.org'],"
                    + " allowedHosts: [mcp.example.org, 127.0.0.1, localhost]}"));

    @AfterAll
    static void close() throws IOException {
        SCENE.close();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "https://evil.example",
                "null",
                "http://ide.example.org",
                "https://ide.example.org:8443",
                "https://ide.example.org.evil.example",
                "https://ide.example.org/",
                "https://IDE.example.org evil",
                "https://evil.example, https://ide.example.org",
                "file://",
                ""
            })
    void aForeignOriginIsForbidden(String origin) {
        for (Side side : Side.values()) {
            RawResponse response = SCENE.refused(SCENE.allowedCall(side).with("Origin", origin), 403);
            assertThat(response.header("Access-Control-Allow-Origin")).isEmpty();
        }
        SCENE.refused(RawRequest.of("GET", "/mcp").bearer(Tokens.of("alice")).with("Origin", origin), 403);
    }

    @Test
    void anOriginThatIsSentTwiceIsABadRequestEvenIfBothAreGood() {
        RawRequest twice = SCENE.allowedCall(Side.MODERN)
                .with("Origin", "https://ide.example.org")
                .with("Origin", "https://ide.example.org");

        assertThat(SCENE.refused(twice).status()).isIn(400, 403);
    }

    @Test
    void aListedOriginIsServed() {
        RawResponse response = SCENE.raw()
                .send(SCENE.request(Side.MODERN, "tools/list", "{}").with("Origin", "https://ide.example.org"));

        assertThat(response.status()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:80",
                "mcp.example.org.evil.example",
                "mcp.example.org@evil.example",
                "127.0.0.1.evil.example",
                "mcp.example.org, evil.example",
                "169.254.169.254",
                ""
            })
    void aForeignHostIsRefused(String host) {
        for (Side side : Side.values()) {
            assertThat(SCENE.refused(SCENE.allowedCall(side).with("Host", host)).status())
                    .isBetween(400, 499);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"mcp.example.org", "mcp.example.org:443", "MCP.example.org", "localhost:1234"})
    void aListedHostIsServedWhateverItsPort(String host) {
        RawResponse response =
                SCENE.raw().send(SCENE.request(Side.MODERN, "tools/list", "{}").with("Host", host));

        assertThat(response.status()).isEqualTo(200);
    }

    @Test
    void aHostThatIsSentTwiceOrNotAtAllIsABadRequest() throws IOException {
        RawRequest twice =
                SCENE.allowedCall(Side.MODERN).with("Host", "127.0.0.1").with("Host", "evil.example");
        assertThat(SCENE.refused(twice).status()).isEqualTo(400);

        String body = LegacyClient.initialize("/mcp", Tokens.of("alice"), LegacyClient.VERSION)
                .rawBody();
        try (RawConnection connection = SCENE.raw().connect()) {
            String bytes = "POST /mcp HTTP/1.1\r\nAuthorization: Bearer " + Tokens.of("alice")
                    + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
            assertThat(Attempts.status(connection, bytes)).isEqualTo(400);
        }
    }

    @Test
    void anAbsoluteTargetDoesNotSmuggleAForeignHost() {
        RawRequest absolute = SCENE.allowedCall(Side.MODERN).target("http://evil.example/mcp");

        assertThat(SCENE.refused(absolute).status()).isBetween(400, 499);
    }
}
