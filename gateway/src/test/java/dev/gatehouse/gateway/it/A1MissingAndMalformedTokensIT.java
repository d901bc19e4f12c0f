package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatehouse.gateway.testing.LegacyClient;
import dev.gatehouse.gateway.testing.RawRequest;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.Scene;
import dev.gatehouse.gateway.testing.Side;
import dev.gatehouse.gateway.testing.Tokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A1: whoever does not present exactly one well-formed, known token is nobody. */
class A1MissingAndMalformedTokensIT {

    private static final String TOKEN = Tokens.of("alice");
    private static final Scene SCENE = Scene.open();

    @AfterAll
    static void close() throws IOException {
        SCENE.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void isRefusedInBothErasAndAtTheHandshake(String name, String authorization) {
        RawRequest handshake = LegacyClient.initialize("/mcp", TOKEN, LegacyClient.VERSION);
        Stream.of(SCENE.allowedCall(Side.LEGACY), SCENE.allowedCall(Side.MODERN), handshake)
                .forEach(request ->
                        assertUnauthorized(SCENE.refused(request.replacing("Authorization", authorization))));
    }

    static Stream<Arguments> malformed() {
        String basic = Base64.getEncoder().encodeToString(("alice:" + TOKEN).getBytes(StandardCharsets.UTF_8));
        return Stream.of(
                arguments("an empty header", ""),
                arguments("a scheme alone", "Bearer"),
                arguments("a token without a scheme", TOKEN),
                arguments("Basic", "Basic " + basic),
                arguments("a made-up scheme", "Token " + TOKEN),
                arguments("a scheme that begins like Bearer", "Bearers " + TOKEN),
                arguments("a colon after the scheme", "Bearer: " + TOKEN),
                arguments("two tokens joined by a comma", "Bearer " + TOKEN + ", Bearer " + Tokens.of("root")),
                arguments("two tokens joined by a bare comma", "Bearer " + TOKEN + "," + TOKEN),
                arguments("something after the token", "Bearer " + TOKEN + " and more"),
                arguments("a quoted token", "Bearer \"" + TOKEN + "\""),
                arguments("a parameter in place of a token", "Bearer token=" + TOKEN),
                arguments("an unknown token", "Bearer " + Tokens.of("stranger")),
                arguments("the token in capitals", "Bearer " + TOKEN.toUpperCase(Locale.ROOT)),
                arguments("a prefix of the token", "Bearer " + TOKEN.substring(0, TOKEN.length() - 1)),
                arguments("the token and one more", "Bearer " + TOKEN + "0"),
                arguments("the digest of the token", "Bearer " + Tokens.sha256(TOKEN)),
                arguments("a letter outside ASCII", "Bearer " + TOKEN + "é"),
                arguments("a long token", "Bearer " + "a".repeat(10_000)));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Side.class)
    void noHeaderAtAll(Side side) {
        assertUnauthorized(SCENE.refused(SCENE.allowedCall(side).without("Authorization")));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Side.class)
    void twoHeadersAreABadRequestInAnyOrder(Side side) {
        RawRequest twice = SCENE.allowedCall(side).with("Authorization", "Bearer " + TOKEN);
        RawRequest strangerLast = SCENE.allowedCall(side).with("authorization", "Bearer x");
        RawRequest strangerFirst =
                SCENE.allowedCall(side).replacing("Authorization", "Bearer x").with("Authorization", "Bearer " + TOKEN);

        Stream.of(twice, strangerLast, strangerFirst).forEach(request -> SCENE.refused(request, 400));
    }

    @ParameterizedTest(name = "?{0}=token")
    @ValueSource(strings = {"access_token", "token", "api_key", "Authorization"})
    void aTokenInTheQueryCountsForNothing(String parameter) {
        RawRequest request =
                SCENE.allowedCall(Side.MODERN).without("Authorization").target("/mcp?" + parameter + "=" + TOKEN);

        assertUnauthorized(SCENE.refused(request));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Cookie", "X-Api-Key", "Proxy-Authorization", "X-Authorization", "Mcp-Session-Id"})
    void aTokenInAnotherHeaderCountsForNothing(String header) {
        RawRequest bare = SCENE.allowedCall(Side.MODERN).without("Authorization");

        assertUnauthorized(SCENE.refused(bare.with(header, "Bearer " + TOKEN)));
        assertUnauthorized(SCENE.refused(bare.with(header, "access_token=" + TOKEN)));
    }

    @ParameterizedTest(name = "byte {0}")
    @ValueSource(ints = {0, 1, 9, 11, 127})
    void aControlCharacterInsideTheTokenIsRefused(int control) {
        String broken = TOKEN.substring(0, 8) + (char) control + TOKEN.substring(8);

        RawResponse response =
                SCENE.refused(SCENE.allowedCall(Side.MODERN).replacing("Authorization", "Bearer " + broken));

        assertThat(response.status()).isIn(0, 400, 401);
    }

    @ParameterizedTest(name = "{0} bytes")
    @ValueSource(ints = {100_000, 1_000_000})
    void aTokenLargerThanAnyHeaderIsCutOff(int length) throws IOException {
        RawRequest request = SCENE.allowedCall(Side.MODERN).replacing("Authorization", "Bearer " + "a".repeat(length));
        SCENE.forget();
        try (var connection = SCENE.raw().connect()) {
            assertThat(Attempts.status(connection, request)).isIn(0, 400, 401, 413, 431);
        }
        SCENE.assertNothingGotThrough();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"bearer", "BEARER", "bEaReR"})
    void theSchemeMayBeSpeltInAnyCase(String scheme) {
        RawResponse response = SCENE.raw()
                .send(SCENE.request(Side.MODERN, "tools/list", "{}").replacing("Authorization", scheme + " " + TOKEN));

        assertThat(response.status()).isEqualTo(200);
    }

    private static void assertUnauthorized(RawResponse response) {
        Unauthorized.assertIs(response);
        assertThat(response.visible()).doesNotContain("alpha", "gamma", "alice", TOKEN);
    }
}
