package dev.gatehouse.gateway.api;

import static dev.gatehouse.gateway.testing.ApiCaller.ok;
import static dev.gatehouse.gateway.testing.ApiCaller.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.testing.ApiCaller;
import dev.gatehouse.gateway.testing.Hold;
import dev.gatehouse.gateway.testing.Manifest;
import dev.gatehouse.gateway.testing.Misbehaviour;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.RecordedRequest;
import dev.gatehouse.gateway.testing.RecordingUpstream;
import dev.gatehouse.gateway.testing.Scene;
import dev.gatehouse.gateway.testing.Side;
import dev.gatehouse.gateway.testing.Tokens;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tools, prompts and resources through the API, judged by what the upstreams saw. */
class ApiInvocationIT {

    private static final String ALICES = "[" + Scene.partOf(Side.LEGACY) + ", " + Scene.partOf(Side.MODERN) + "]";
    private static final String CANARY = "{'canary': '" + Scene.CANARY + "'}";
    private static final Scene SCENE =
            Scene.open(folder -> folder.user("uma", ALICES).admin("ada", "[]").user("nil", "[]"));

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
    @EnumSource(Side.class)
    void anAllowedToolIsCalledUnderItsOwnNameWithTheArgumentsAlone(Side side) {
        SCENE.forget();

        ObjectNode result = ok(uma.invoke(side.wireName("open"), CANARY));

        RecordedRequest seen = SCENE.upstream(side).only("tools/call");
        assertThat(seen.json().at("/params/name").asText()).isEqualTo("open");
        assertThat(seen.json().at("/params/arguments").toString())
                .isEqualTo(CANARY.replace(" ", "").replace('\'', '"'));
        assertThat(result.path("content").isArray()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void anAllowedPromptIsRendered(Side side) {
        SCENE.forget();

        ObjectNode result = ok(uma.render(side.wireName("hello"), "{'who': 'Ada'}"));

        ObjectNode seen = SCENE.upstream(side).only("prompts/get").json();
        assertThat(seen.at("/params/name").asText()).isEqualTo("hello");
        assertThat(seen.at("/params/arguments/who").asText()).isEqualTo("Ada");
        assertThat(result.path("messages").isArray()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void anAllowedResourceIsReadWhetherItIsListedOrBehindATemplate(Side side) {
        for (String uri : List.of(side.uri("open/1"), side.uri("open/not-listed"))) {
            SCENE.forget();

            ObjectNode result = ok(uma.read(uri));

            assertThat(SCENE.upstream(side)
                            .only("resources/read")
                            .json()
                            .at("/params/uri")
                            .asText())
                    .isEqualTo(uri);
            assertThat(result.path("contents").isArray()).isTrue();
        }
    }

    @Test
    void aModernServerIsToldInItsHeadersWhatTheBodySays() {
        SCENE.forget();

        ok(uma.invoke("gamma__open", CANARY));

        RecordedRequest seen = SCENE.gamma().only("tools/call");
        assertThat(seen.header("Mcp-Method")).containsExactly("tools/call");
        assertThat(seen.header("Mcp-Name")).containsExactly("open");
        assertThat(seen.header("MCP-Protocol-Version")).containsExactly("2026-07-28");
        assertThat(seen.json()
                        .at("/params/_meta/io.modelcontextprotocol~1clientCapabilities")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void callsOfOneUserShareALegacySessionThatNoOtherUserHas() {
        ok(uma.invoke("alpha__open", CANARY));
        SCENE.forget();
        ok(uma.invoke("alpha__open", CANARY));
        ok(uma.invoke("alpha__open", CANARY));
        SCENE.gateway().change(folder -> folder.user("una", ALICES));
        ok(ApiCaller.of(SCENE.gateway(), "una").invoke("alpha__open", CANARY));

        List<String> sessions = SCENE.alpha().received("tools/call").stream()
                .flatMap(request -> request.header("Mcp-Session-Id").stream())
                .toList();
        assertThat(sessions).hasSize(3);
        assertThat(sessions.get(0)).isEqualTo(sessions.get(1)).isNotEqualTo(sessions.get(2));
    }

    @Test
    void aLegacySessionThatTheServerHasEndedIsOpenedAgain() {
        ok(uma.invoke("alpha__open", CANARY));
        String session = SCENE.alpha()
                .received("tools/call")
                .getLast()
                .header("Mcp-Session-Id")
                .getFirst();
        SCENE.alpha().script(request -> request.header("Mcp-Session-Id").contains(session), Misbehaviour.status(404));

        ok(uma.invoke("alpha__open", CANARY));
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void theUsersTokenAndHeadersNeverGoToAServer(Side side) {
        SCENE.forget();

        ok(uma.send(uma.posting("/tools/" + side.wireName("open") + "/invoke", "{'arguments': " + CANARY + "}")
                .with("Cookie", "secret-cookie=1")
                .with("X-Forwarded-For", "10.1.2.3")
                .with("Mcp-Session-Id", "forged-session")
                .with("Mcp-Param-Forged", "forged-param")));
        ok(uma.read(side.uri("open/1")));

        RecordingUpstream upstream = SCENE.upstream(side);
        assertThat(upstream.received()).isNotEmpty();
        Stream.of(Tokens.of("uma"), "secret-cookie", "10.1.2.3", "forged-session", "forged-param")
                .forEach(upstream::assertNeverSaw);
        assertThat(upstream.received())
                .allSatisfy(
                        request -> assertThat(request.header("Authorization")).isEmpty());
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
                uma.posting("/tools/" + ApiCaller.encoded(tool) + "/invoke", "{'arguments': " + CANARY + "}"), 404);

        assertThat(forbidden.visible())
                .isEqualTo(uma.get("/nothing/of/the/kind").visible());
    }

    @ParameterizedTest
    @ValueSource(strings = {"alpha__hidden-prompt", "beta__beta-prompt", "nosuch__hello", "hello"})
    void aPromptThatIsForbiddenOrUnknownIsTheSame404AndNoServerHearsOfIt(String prompt) {
        RawResponse forbidden =
                SCENE.refused(uma.posting("/prompts/" + prompt + "/render", "{'arguments': " + CANARY + "}"), 404);

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
            SCENE.refused(caller.posting("/tools/" + server + "__open/invoke", "{'arguments': " + CANARY + "}"), 404);
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

        RawResponse called = kim.invoke("keyed__open", CANARY);

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

    @ParameterizedTest
    @EnumSource(Side.class)
    void aToolThatFailsIsAnAnswer(Side side) {
        SCENE.upstream(side).script("tools/call", result("{\"content\":[],\"isError\":true}"));

        assertThat(ok(uma.invoke(side.wireName("open"), CANARY)).path("isError").asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void aToolThatHasVanishedIsRefusedInTheServersOwnWordsAsOnMcp(Side side) {
        SCENE.upstream(side).script("tools/call", error(-32602, "Unknown tool: open"));

        ObjectNode problem = problem(uma.invoke(side.wireName("open"), CANARY), 422);

        assertThat(problem.at("/serverError/code").asInt()).isEqualTo(-32602);
        assertThat(problem.at("/serverError/message").asText()).isEqualTo("Unknown tool: open");
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void aServerThatFailsGivesAProblemThatTellsNothingOfIt(Side side) {
        RecordingUpstream upstream = SCENE.upstream(side);
        upstream.script("tools/call", Misbehaviour.status(500));
        RawResponse broken = uma.invoke(side.wireName("open"), CANARY);
        upstream.script("tools/call", Misbehaviour.dead());
        RawResponse dead = uma.invoke(side.wireName("open"), CANARY);
        upstream.script("tools/call", Misbehaviour.status(401));
        RawResponse refusing = uma.invoke(side.wireName("open"), CANARY);
        upstream.script("tools/call", Misbehaviour.redirect("http://127.0.0.1:1/elsewhere"));
        RawResponse redirecting = uma.invoke(side.wireName("open"), CANARY);
        upstream.script("tools/call", result("{\"toolResult\":1}"));
        RawResponse odd = uma.invoke(side.wireName("open"), CANARY);

        List<RawResponse> failures = List.of(broken, dead, refusing, redirecting, odd);
        assertThat(failures).allSatisfy(failure -> problem(failure, 502));
        assertThat(failures.stream().map(RawResponse::visible)).containsOnly(broken.visible());
        assertThat(broken.visible()).doesNotContain("127.0.0.1", "secret detail");
    }

    @Test
    void aServerThatDoesNotAnswerInTimeIsAProblemOfItsOwn() {
        SCENE.gateway()
                .change(folder -> folder.write(
                        "slow.yaml",
                        Manifest.server(
                                "slow", SCENE.gamma().url(), "  protocol: Modern\n  timeouts: {request: 300ms}")));
        SCENE.gateway().change(folder -> folder.user("sam", "[{server: slow}]"));
        var hold = new Hold();
        SCENE.gamma().script("tools/call", hold.before(result("{\"content\":[]}")));

        problem(ApiCaller.of(SCENE.gateway(), "sam").invoke("slow__open", CANARY), 504);
        hold.release();
    }

    @Test
    void aTokenThatIsRevokedWhileTheCallRunsWithholdsItsResult() throws Exception {
        SCENE.gateway().change(folder -> folder.user("leaver", "[" + Scene.partOf(Side.MODERN) + "]"));
        var hold = new Hold();
        SCENE.gamma().script("tools/call", hold.before(result("{\"content\":[]}")));
        CompletableFuture<RawResponse> response =
                aside(() -> ApiCaller.of(SCENE.gateway(), "leaver").invoke("gamma__open", CANARY));
        await().until(() -> hold.arrived() == 1);

        SCENE.gateway().change(folder -> folder.delete("leaver.yaml"));
        hold.release();

        problem(response.get(), 401);
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void aRightThatIsWithdrawnWhileTheCallRunsWithholdsItsResult(Side side) throws Exception {
        String user = "brief-" + side.name().toLowerCase(Locale.ROOT);
        SCENE.gateway().change(folder -> folder.user(user, "[" + Scene.partOf(side) + "]"));
        var hold = new Hold();
        SCENE.upstream(side).script("tools/call", hold.before(result("{\"content\":[]}")));
        CompletableFuture<RawResponse> response =
                aside(() -> ApiCaller.of(SCENE.gateway(), user).invoke(side.wireName("open"), CANARY));
        await().until(() -> hold.arrived() == 1);

        SCENE.gateway().change(folder -> folder.user(user, "[]"));
        hold.release();

        problem(response.get(), 404);
    }

    /** Not in the common pool, where a blocked thread would hold up the gateway's own HTTP client. */
    private static CompletableFuture<RawResponse> aside(Supplier<RawResponse> call) {
        return CompletableFuture.supplyAsync(
                call, task -> Thread.ofPlatform().daemon().start(task));
    }

    private static RecordingUpstream.Behaviour result(String result) {
        return (request, reply) -> reply.json(
                200, "{\"jsonrpc\":\"2.0\",\"id\":" + request.json().path("id") + ",\"result\":" + result + "}");
    }

    private static RecordingUpstream.Behaviour error(int code, String message) {
        return (request, reply) -> reply.json(
                200,
                "{\"jsonrpc\":\"2.0\",\"id\":" + request.json().path("id") + ",\"error\":{\"code\":" + code
                        + ",\"message\":\"" + message + "\"}}");
    }
}
