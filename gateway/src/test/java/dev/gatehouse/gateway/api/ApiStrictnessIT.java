package dev.gatehouse.gateway.api;

import static dev.gatehouse.gateway.testing.ApiCaller.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.testing.ApiCaller;
import dev.gatehouse.gateway.testing.Manifest;
import dev.gatehouse.gateway.testing.RawRequest;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.Scene;
import dev.gatehouse.gateway.testing.Side;
import dev.gatehouse.gateway.testing.Tokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not exactly a request that the API knows is refused, in words that tell nothing. */
class ApiStrictnessIT {

    private static final String ALL = "[" + Scene.partOf(Side.LEGACY) + "]";
    private static final Scene SCENE = Scene.open(folder -> folder.admin("ada", ALL)
            .user("uma", ALL)
            .write("few.yaml", Manifest.user("few", "User", ALL, "  limits: {requestsPerMinute: 2}"))
            .gateway("{limits: {bodyBytes: 2048}}"));
    private static final String INVOKE = "/tools/alpha__open/invoke";

    private final ApiCaller ada = ApiCaller.of(SCENE.gateway(), "ada");

    @AfterAll
    static void close() throws IOException {
        SCENE.close();
    }

    @ParameterizedTest
    @EnumSource(ApiRoute.class)
    void aRouteRefusesEveryOtherMethodAndNamesItsOwn(ApiRoute route) {
        RawRequest request = Examples.of(route).bearer(Tokens.of("ada"));
        Set<String> others =
                new TreeSet<>(Set.of("POST", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "QUERY", "GET"));
        others.remove(route.method());
        for (String method : others) {
            RawResponse refused = SCENE.refused(request.method(method));
            problem(refused, 405);
            assertThat(refused.header("Allow"))
                    .containsExactly(route.method().equals("GET") ? "GET, HEAD, OPTIONS" : "OPTIONS, POST");
        }
    }

    @ParameterizedTest
    @EnumSource(ApiRoute.class)
    void headIsGetWithoutABodyAndOptionsNamesTheMethods(ApiRoute route) {
        RawRequest request = Examples.of(route).bearer(Tokens.of("ada"));
        if (route.method().equals("GET")) {
            RawResponse head = SCENE.raw().send(request.method("HEAD"));
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.rawBody()).isEmpty();
            assertThat(Integer.parseInt(head.header("Content-Length").getFirst()))
                    .isPositive();
        }
        RawResponse options = ada.send(request.method("OPTIONS").body(""));
        assertThat(options.status()).isEqualTo(204);
        assertThat(options.header("Allow")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tools?unknown=1",
                "/tools?server=alpha&server=alpha",
                "/tools?server=",
                "/tools?server",
                "/tools?&",
                "/tools?server=%ff",
                "/tools?SERVER=alpha",
                "/whoami?server=alpha",
                "/clients?limit=0",
                "/clients?limit=1001",
                "/clients?limit=-1",
                "/clients?limit=1e2",
                "/clients?limit=99999999999",
                "/clients?after=nowhere",
                "/clients?after=a/b/c",
                "/decisions?verdict=maybe",
                "/decisions?principal=x",
                "/decisions?limit=100001",
                "/access",
                "/access?tool=alpha__open&prompt=alpha__hello",
                "/access?server=alpha",
                "/access?resource=note://open/1",
                "/access?tool=alpha__open&after=x"
            })
    void aQueryThatTheRouteDoesNotHaveIsRefused(String path) {
        problem(ada.get(path), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "",
                "/whoami/",
                "//whoami",
                "/whoami/..",
                "/WHOAMI",
                "/whoami;x=1",
                "/tools//invoke",
                "/tools/",
                "/tools/%ff",
                "/%77hoami",
                "/whoami%2f",
                "/v2",
                "/principals/robot/team-a/uma/rights"
            })
    void aPathThatIsNoRouteIsNotFound(String path) {
        problem(ada.get(path), 404);
    }

    /** Undertow refuses these before anything of ours sees them. */
    @ParameterizedTest
    @ValueSource(strings = {"/tools/%", "/tools?server=%zz"})
    void whatIsNoUriGetsNoWordsAtAll(String path) {
        RawResponse refused = SCENE.refused(ada.request(path), 400);

        assertThat(refused.rawBody()).isEmpty();
    }

    @Test
    void namesInPathsAreDecodedOnce() {
        assertThat(ada.get("/tools/alpha%5F_op%65n").status()).isEqualTo(200);
        problem(ada.get("/tools/alpha__op%2565n"), 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "5",
                "{",
                "{}}",
                "{'arguments': {}, 'arguments': {}}",
                "{'arguments': []}",
                "{'arguments': null}",
                "{'arguments': {}, 'more': 1}",
                "{'Arguments': {}}",
                "{'arguments': {'a': 1, 'a': 2}}",
                "{'arguments': {'a': NaN}}",
                "{'arguments': {}} x",
                "{'arguments': {'a': '\t'}}"
            })
    void aBodyThatIsNotOneSoundObjectIsRefused(String body) {
        problem(SCENE.refused(ada.posting(INVOKE, body)), 400);
    }

    @Test
    void aBodyThatIsNestedTooDeeplyIsRefused() {
        problem(
                SCENE.refused(ada.posting(INVOKE, "{'arguments': {'a': " + "[".repeat(80) + "]".repeat(80) + "}}")),
                400);
    }

    @Test
    void argumentsOfAPromptAreTexts() {
        problem(SCENE.refused(ada.posting("/prompts/alpha__hello/render", "{'arguments': {'n': 1}}")), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'uri': 5}", "{'uri': ''}", "{'uri': 'note://open/1', 'server': 'alpha'}"})
    void aReadingNamesOneUriAndNothingElse(String body) {
        problem(SCENE.refused(ada.posting("/resources/read", body)), 400);
    }

    @Test
    void aBodyInUtf16IsRefused() {
        byte[] utf16 = "{\"arguments\":{}}".getBytes(StandardCharsets.UTF_16BE);

        problem(SCENE.refused(ada.posting(INVOKE, "").bytes(utf16)), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json; charset=utf-16", "application/x-www-form-urlencoded", ""})
    void aBodyOfAnotherTypeIsRefused(String type) {
        problem(SCENE.refused(ada.posting(INVOKE, "{}").replacing("Content-Type", type)), 415);
    }

    @Test
    void anEncodedBodyIsRefused() {
        problem(SCENE.refused(ada.posting(INVOKE, "{}").with("Content-Encoding", "gzip")), 415);
    }

    @Test
    void aLargeBodyIsRefusedWhetherItsLengthIsAnnouncedOrNot() {
        String large = "{'arguments': {'a': '" + "x".repeat(4096) + "'}}";
        problem(SCENE.refused(ada.posting(INVOKE, large)), 413);

        RawRequest chunked =
                ada.posting(INVOKE, "").with("Transfer-Encoding", "chunked").unframed();
        String chunk = Integer.toHexString(large.length()) + "\r\n" + large.replace('\'', '"') + "\r\n0\r\n\r\n";
        problem(SCENE.refused(chunked.body(chunk)), 413);
    }

    @Test
    void theGuardInFrontSpeaksInProblemsToo() {
        problem(ada.send(ada.request("/whoami").with("Host", "evil.example")), 421);
        problem(ada.send(ada.request("/whoami").with("Origin", "https://evil.example")), 403);
        problem(ada.send(ada.request("/whoami").with("Authorization", "Bearer " + Tokens.of("uma"))), 400);
        problem(ada.send(ada.request("/whoami").with("X-Large", "x".repeat(40_000))), 431);
    }

    @Test
    void aUsersLimitHoldsHere() {
        ApiCaller few = ApiCaller.of(SCENE.gateway(), "few");
        few.get("/whoami");
        few.get("/whoami");

        RawResponse refused = few.get("/whoami");

        problem(refused, 429);
        assertThat(refused.header("Retry-After")).hasSize(1);
        assertThat(Integer.parseInt(refused.header("Retry-After").getFirst())).isPositive();
    }

    @Test
    void anEmptyObjectStandsForNoArguments() {
        SCENE.forget();

        assertThat(ada.post(INVOKE, "{}").status()).isEqualTo(200);

        assertThat(SCENE.alpha()
                        .only("tools/call")
                        .json()
                        .at("/params/arguments")
                        .isObject())
                .isTrue();
    }
}
