package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.testing.RawRequest;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.Scene;
import dev.gatehouse.gateway.testing.Side;
import dev.gatehouse.gateway.testing.Tokens;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody hears who tries a client for the first time: each mistake that everybody makes once has its words. */
class FirstHourIT {

    private static final String TOKEN = Tokens.of("alice");
    private static final Scene SCENE = Scene.open(folder -> folder.user("uma", "[]"));

    @AfterAll
    static void close() throws IOException {
        SCENE.close();
    }

    @Test
    void noTokenIsNamed() {
        assertThat(words(call().without("Authorization"))).startsWith("There is no token");
    }

    @Test
    void bearerTwiceIsNamed() {
        assertThat(words(call().replacing("Authorization", "Bearer Bearer " + TOKEN)))
                .contains("Bearer twice");
    }

    @Test
    void tokenInTheUrlIsNamedAndNotRepeated() {
        RawRequest request = call().without("Authorization").target("/mcp?access_token=" + TOKEN);

        assertThat(words(request)).contains("URL").doesNotContain(TOKEN);
    }

    @Test
    void usersTokenIsSentToTheUsersPlane() {
        assertThat(words(call().bearer(Tokens.of("uma")))).contains("user's token", "/api/v1");
    }

    @Test
    void everythingElseSoundsTheSame() {
        Stream<String> words = Stream.of(
                        Tokens.of("stranger"), TOKEN + "0", TOKEN.substring(1), "\"" + TOKEN + "\"", "a b")
                .map(token -> words(call().bearer(token)));

        assertThat(words.distinct()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.well-known/oauth-protected-resource",
                "/.well-known/oauth-protected-resource/mcp",
                "/.well-known/oauth-authorization-server",
                "/.well-known/openid-configuration",
                "/register",
                "/authorize",
                "/token"
            })
    void whoeverLooksForAnAuthorizationServerIsToldThatThereIsNone(String path) {
        RawResponse response = SCENE.raw().send(RawRequest.of("GET", path));

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.answer().path("error").asText()).isEqualTo("invalid_request");
        assertThat(response.answer().path("error_description").asText()).contains("no OAuth", "Authorization: Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/mcpx", "/sse", "/v1/mcp", "/server/alpha/mcp"})
    void whereNothingIsNobodyIsAskedForAToken(String path) {
        RawResponse response = SCENE.raw().send(RawRequest.of("POST", path));

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.answer().at("/error/message").asText()).contains("/mcp");
    }

    @Test
    void refusalsOfHttpSayWhatToDo() {
        RawRequest wrongType = call().replacing("Content-Type", "text/plain");
        RawRequest foreign = call().with("Origin", "https://evil.example");
        RawRequest wrongVerb = RawRequest.of("PUT", "/mcp").bearer(TOKEN);
        RawRequest notEvents = RawRequest.of("GET", "/mcp").bearer(TOKEN).with("Accept", "text/html");

        assertThat(said(wrongType, 415)).contains("application/json");
        assertThat(said(foreign, 403)).contains("Origin");
        assertThat(said(wrongVerb, 405)).contains("POST");
        assertThat(said(notEvents, 406)).contains("text/event-stream");
    }

    private static RawRequest call() {
        return SCENE.allowedCall(Side.MODERN);
    }

    private static String words(RawRequest request) {
        RawResponse response = SCENE.refused(request);
        Unauthorized.assertIs(response);
        return Unauthorized.sentence(response);
    }

    private static String said(RawRequest request, int status) {
        RawResponse response = SCENE.raw().send(request);
        assertThat(response.status()).as(response.visible()).isEqualTo(status);
        return response.answer().at("/error/message").asText();
    }
}
