package dev.gatehouse.gateway.api;

import static dev.gatehouse.gateway.testing.ApiCaller.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.testing.ApiCaller;
import dev.gatehouse.gateway.testing.Manifest;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.RecordingUpstream;
import dev.gatehouse.gateway.testing.Scene;
import dev.gatehouse.gateway.testing.Tokens;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a user may not use through the API: no server hears of it, and nobody hears what only servers may. */
class ApiRefusedInvocationIT {

    private static final Scene SCENE = InvocationScene.open();

    private final ApiCaller uma = ApiCaller.of(SCENE.gateway(), "uma");

    @AfterEach
    void behave() {
        SCENE.upstreams().forEach(RecordingUpstream::behave);
    }

    @AfterAll
    static void close() throws IOException {
        SCENE.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alpha__get_secret",
                "alpha__closed",
                "gamma__closed",
                "beta__open",
                "beta__beta_only",
                "alpha__no_such",
                "nosuch__open",
                "open",
                "__open",
                "alpha__",
                "alpha__OPEN",
                "ALPHA__open",
                "alpha__open ",
                "alpha__op*"
            })
    void aToolThatIsForbiddenOrUnknownIsTheSame404AndNoServerHearsOfIt(String tool) {
        RawResponse forbidden = SCENE.refused(
                uma.posting(
                        "/tools/" + ApiCaller.encoded(tool) + "/invoke",
                        "{'arguments': " + InvocationScene.CANARY + "}"),
                404);

        assertThat(forbidden.visible())
                .isEqualTo(uma.get("/nothing/of/the/kind").visible());
    }

    @ParameterizedTest
    @ValueSource(strings = {"alpha__hidden-prompt", "beta__beta-prompt", "nosuch__hello", "hello"})
    void aPromptThatIsForbiddenOrUnknownIsTheSame404AndNoServerHearsOfIt(String prompt) {
        RawResponse forbidden = SCENE.refused(
                uma.posting("/prompts/" + prompt + "/render", "{'arguments': " + InvocationScene.CANARY + "}"), 404);

        assertThat(forbidden.visible())
                .isEqualTo(uma.get("/nothing/of/the/kind").visible());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "note://closed/1",
                "beta://secret/1",
                "beta://secret/" + Scene.CANARY,
                "note://open/../closed/1",
                "note://open/%2e%2e/closed/1",
                "http://127.0.0.1/",
                "file:///etc/passwd",
                "nothing"
            })
    void aResourceThatIsForbiddenOrUnknownIsTheSame404AndNoServerHearsOfIt(String uri) {
        SCENE.forget();

        RawResponse forbidden = uma.read(uri);

        problem(forbidden, 404);
        assertThat(forbidden.visible())
                .isEqualTo(uma.get("/nothing/of/the/kind").visible());
        assertThat(SCENE.upstreams())
                .allSatisfy(upstream ->
                        assertThat(upstream.received("resources/read")).isEmpty());
    }

    /** MCPJungle lets every user call every tool of every server by its management API. */
    @ParameterizedTest
    @ValueSource(strings = {"ada", "nil"})
    void aUserWithoutRightsReachesNoServerWhateverItsRole(String user) {
        ApiCaller caller = ApiCaller.of(SCENE.gateway(), user);

        for (String server : List.of("alpha", "beta", "gamma")) {
            SCENE.refused(
                    caller.posting(
                            "/tools/" + server + "__open/invoke", "{'arguments': " + InvocationScene.CANARY + "}"),
                    404);
        }
    }

    /** MCPJungle shows the servers' keys to every user. */
    @Test
    void aServersOwnCredentialIsPresentedToItAndShownToNobody() {
        String credential = "upstream-credential-" + Tokens.sha256("credential").substring(0, 32);
        SCENE.gateway()
                .change(folder -> folder.write(
                        "keyed.yaml",
                        Manifest.server(
                                "keyed",
                                SCENE.gamma().url(),
                                "  protocol: Modern\n  auth: {bearer: {secretRef: {name: keyed}}}"),
                        Manifest.secret("keyed", "token", credential),
                        Manifest.user("kim", "Admin", "[{server: keyed}]", "")));
        ApiCaller kim = ApiCaller.of(SCENE.gateway(), "kim");
        SCENE.forget();

        RawResponse called = kim.invoke("keyed__open", InvocationScene.CANARY);

        assertThat(called.status()).isEqualTo(200);
        assertThat(SCENE.gamma().only("tools/call").header("Authorization")).containsExactly("Bearer " + credential);
        Stream.of("/servers", "/servers/keyed", "/tools", "/config", "/findings", "/decisions", "/users/team-a/kim")
                .map(kim::get)
                .forEach(answer -> assertThat(answer.visible())
                        .doesNotContain(
                                credential,
                                Tokens.sha256(credential),
                                SCENE.gamma().url()));
    }
}
