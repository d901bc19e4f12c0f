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
import dev.gatehouse.gateway.testing.RecordingUpstream;
import dev.gatehouse.gateway.testing.Scene;
import dev.gatehouse.gateway.testing.Side;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls through the API that a server fails, or whose right ends while they run. */
class ApiFailedInvocationIT {

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
    @EnumSource(Side.class)
    void aToolThatFailsIsAnAnswer(Side side) {
        SCENE.upstream(side).script("tools/call", result("{\"content\":[],\"isError\":true}"));

        assertThat(ok(uma.invoke(side.wireName("open"), InvocationScene.CANARY))
                        .path("isError")
                        .asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void aToolThatHasVanishedIsRefusedInTheServersOwnWordsAsOnMcp(Side side) {
        SCENE.upstream(side).script("tools/call", error(-32602, "Unknown tool: open"));

        ObjectNode problem = problem(uma.invoke(side.wireName("open"), InvocationScene.CANARY), 422);

        assertThat(problem.at("/serverError/code").asInt()).isEqualTo(-32602);
        assertThat(problem.at("/serverError/message").asText()).isEqualTo("Unknown tool: open");
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void aServerThatFailsGivesAProblemThatTellsNothingOfIt(Side side) {
        RecordingUpstream upstream = SCENE.upstream(side);
        upstream.script("tools/call", Misbehaviour.status(500));
        RawResponse broken = uma.invoke(side.wireName("open"), InvocationScene.CANARY);
        upstream.script("tools/call", Misbehaviour.dead());
        RawResponse dead = uma.invoke(side.wireName("open"), InvocationScene.CANARY);
        upstream.script("tools/call", Misbehaviour.status(401));
        RawResponse refusing = uma.invoke(side.wireName("open"), InvocationScene.CANARY);
        upstream.script("tools/call", Misbehaviour.redirect("http://127.0.0.1:1/elsewhere"));
        RawResponse redirecting = uma.invoke(side.wireName("open"), InvocationScene.CANARY);
        upstream.script("tools/call", result("{\"toolResult\":1}"));
        RawResponse odd = uma.invoke(side.wireName("open"), InvocationScene.CANARY);

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

        problem(ApiCaller.of(SCENE.gateway(), "sam").invoke("slow__open", InvocationScene.CANARY), 504);
        hold.release();
    }

    @Test
    void aTokenThatIsRevokedWhileTheCallRunsWithholdsItsResult() throws Exception {
        SCENE.gateway().change(folder -> folder.user("leaver", "[" + Scene.partOf(Side.MODERN) + "]"));
        var hold = new Hold();
        SCENE.gamma().script("tools/call", hold.before(result("{\"content\":[]}")));
        CompletableFuture<RawResponse> response =
                aside(() -> ApiCaller.of(SCENE.gateway(), "leaver").invoke("gamma__open", InvocationScene.CANARY));
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
                aside(() -> ApiCaller.of(SCENE.gateway(), user).invoke(side.wireName("open"), InvocationScene.CANARY));
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
