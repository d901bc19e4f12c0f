package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.gateway.testing.EventStream;
import dev.gatehouse.gateway.testing.Json;
import dev.gatehouse.gateway.testing.LegacyClient;
import dev.gatehouse.gateway.testing.RawRequest;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.RecordingUpstream;
import dev.gatehouse.gateway.testing.Scene;
import dev.gatehouse.gateway.testing.Side;
import dev.gatehouse.gateway.testing.Tokens;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** C20: completion, subscriptions, logging and tasks are doors too. */
class C20SideDoorsIT {

    private static final Scene SCENE = Scene.open();

    @BeforeEach
    void forget() {
        SCENE.upstreams().forEach(RecordingUpstream::forget);
    }

    @AfterEach
    void behave() {
        SCENE.upstreams().forEach(RecordingUpstream::behave);
    }

    @AfterAll
    static void close() throws IOException {
        SCENE.close();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Side.class)
    void nothingIsCompletedForAHiddenPromptOrTemplate(Side side) {
        for (String path : List.of("/mcp", side.ownPath())) {
            boolean aggregate = path.equals("/mcp");
            refusedCompletion(side, path, prompt(aggregate ? side.wireName("hidden-prompt") : "hidden-prompt"));
            refusedCompletion(side, path, prompt(aggregate ? "hello" : side.wireName("hello")));
            refusedCompletion(side, path, template(side.uri("closed/{id}")));
            refusedCompletion(side, path, template(side.uri("{+anything}")));
            refusedCompletion(side, path, template("beta://secret/{id}"));
            refusedCompletion(side, path, "{'type': 'ref/tool', 'name': '" + side.wireName("open") + "'}");
            refusedCompletion(side, path, "{'type': 'ref/prompt', 'uri': '" + side.uri("open/{id}") + "'}");
            refusedCompletion(side, path, "{}");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Side.class)
    void anAllowedPromptAndTemplateAreCompletedUnderTheUpstreamsOwnName(Side side) {
        assertThat(SCENE.raw()
                        .send(completion(side, "/mcp", prompt(side.wireName("hello"))))
                        .answer()
                        .has("result"))
                .isTrue();
        assertThat(SCENE.upstream(side)
                        .only("completion/complete")
                        .json()
                        .at("/params/ref/name")
                        .asText())
                .isEqualTo("hello");
        SCENE.upstream(side).forget();

        assertThat(SCENE.raw()
                        .send(completion(side, "/mcp", template(side.uri("open/{id}"))))
                        .answer()
                        .has("result"))
                .isTrue();
        assertThat(SCENE.upstream(side)
                        .only("completion/complete")
                        .json()
                        .at("/params/ref/uri")
                        .asText())
                .isEqualTo(side.uri("open/{id}"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"note://closed/1", "note://open/../closed/1", "beta://secret/1", "note://nowhere/1", "*"})
    void nobodySubscribesToAHiddenResource(String uri) {
        for (String path : List.of("/mcp", "/servers/alpha/mcp")) {
            for (String method : List.of("resources/subscribe", "resources/unsubscribe")) {
                RawResponse response = SCENE.raw()
                        .send(SCENE.request(Side.LEGACY, path, "alice", method, "{'uri': " + Json.string(uri) + "}"));

                assertThat(response.answer().has("error"))
                        .as(response.visible())
                        .isTrue();
                assertThat(SCENE.alpha().received(method)).isEmpty();
                assertThat(SCENE.beta().received(method)).isEmpty();
            }
        }
    }

    @Test
    void updatesOfAHiddenResourceDoNotComeThrough() throws IOException {
        var session = SCENE.gateway().legacy("/servers/alpha/mcp", "alice");
        session.ask("resources/subscribe", "{'uri': 'note://open/1'}");
        try (EventStream stream = session.listen()) {
            await().until(() -> SCENE.alpha().streams().open() >= 1);
            broadcastUpdates(SCENE.alpha(), "note");

            await().untilAsserted(() -> assertThat(updated(stream)).contains("note://open/1"));
            assertThat(updated(stream)).doesNotContain("note://closed/1");
        }
    }

    @Test
    void aListenIsNarrowedToWhatTheCallerMaySee() throws IOException {
        String filter =
                "{'toolsListChanged': true, 'resourceSubscriptions': ['card://open/1', 'card://closed/1', 'beta://secret/1']}";
        for (String path : List.of("/mcp", "/servers/gamma/mcp")) {
            SCENE.gamma().forget();
            try (EventStream stream = SCENE.modern(path, "alice").listen(filter)) {
                await().untilAsserted(() -> assertThat(stream.messages()).isNotEmpty());
                assertThat(stream.messages().getFirst().path("method").asText())
                        .isEqualTo("notifications/subscriptions/acknowledged");
                assertThat(stream.messages().getFirst().toString())
                        .contains("card://open/1")
                        .doesNotContain("closed", "beta");
                await().until(() -> SCENE.gamma().streams().open() >= 1);
                SCENE.upstreams().forEach(upstream -> upstream.assertNeverSaw("closed/1"));

                broadcastUpdates(SCENE.gamma(), "card");

                await().untilAsserted(() -> assertThat(updated(stream)).contains("card://open/1"));
                assertThat(stream.messages().toString()).doesNotContain("closed");
            }
            await().until(() -> SCENE.gamma().streams().open() == 0);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "'everything'",
                "{'resourceSubscriptions': 'card://open/1'}",
                "{'resourceSubscriptions': [7]}",
                "[]"
            })
    void aListenWithoutAProperFilterIsRefused(String filter) {
        RawRequest listen = SCENE.request(Side.MODERN, "subscriptions/listen", "{'notifications': " + filter + "}");

        RawResponse response = SCENE.raw().send(listen);

        assertThat(response.answer().path("error").path("code").asInt())
                .as(response.visible())
                .isIn(-32602, -32600);
        assertThat(SCENE.gamma().received("subscriptions/listen")).isEmpty();
    }

    @Test
    void taskParametersDoNotPass() {
        RawRequest call = SCENE.request(
                Side.LEGACY,
                "tools/call",
                "{'name': 'alpha__open', 'arguments': {'c': '" + Scene.CANARY + "'}, 'task': {'ttl': 1}}");

        assertThat(SCENE.refused(call).answer().has("error")).isTrue();
    }

    @Test
    void capabilitiesThatTheGatewayDoesNotCarryAreNotPromisedToALegacyUpstream() {
        RawRequest initialize = LegacyClient.initialize("/mcp", Tokens.of("alice"), "2025-11-25");
        String boast = "capabilities\":{\"sampling\":{},\"elicitation\":{},\"roots\":{},\"tasks\":{}}";
        SCENE.raw().send(initialize.body(initialize.rawBody().replace("capabilities\":{}", boast)));
        RawRequest own = initialize.target("/servers/alpha/mcp");
        SCENE.raw().send(own.body(own.rawBody().replace("capabilities\":{}", boast)));

        assertThat(SCENE.alpha().received("initialize"))
                .isNotEmpty()
                .allSatisfy(
                        seen -> assertThat(seen.body()).doesNotContain("sampling", "elicitation", "roots", "tasks"));
    }

    @Test
    void extensionsThatTheGatewayDoesNotCarryAreNotPromisedToAModernUpstream() {
        RawRequest call = SCENE.allowedCall(Side.MODERN);
        String boast = "Capabilities\":{\"extensions\":{\"io.modelcontextprotocol/tasks\":{}}}";
        SCENE.raw().send(call.body(call.rawBody().replace("Capabilities\":{}", boast)));

        assertThat(SCENE.gamma().only("tools/call").body())
                .contains("clientCapabilities")
                .doesNotContain("tasks\"");
    }

    @Test
    void aLinkToAHiddenResourceIsNoRightToReadIt() {
        SCENE.alpha()
                .script(
                        "tools/call",
                        (request, reply) -> reply.json(
                                200,
                                "{\"jsonrpc\":\"2.0\",\"id\":" + request.json().get("id")
                                        + ",\"result\":{\"content\":[{\"type\":\"resource_link\",\"uri\":\"note://closed/1\",\"name\":\"x\"}]}}"));
        assertThat(SCENE.raw().send(SCENE.allowedCall(Side.LEGACY)).body()).contains("note://closed/1");

        RawResponse read = SCENE.raw().send(SCENE.request(Side.LEGACY, "resources/read", "{'uri': 'note://closed/1'}"));

        assertThat(read.errorCode()).isEqualTo(-32002);
        assertThat(SCENE.alpha().received("resources/read")).isEmpty();
    }

    private static void broadcastUpdates(RecordingUpstream upstream, String scheme) throws IOException {
        for (String name : List.of("closed/1", "open/1")) {
            upstream.streams()
                    .broadcast("notifications/resources/updated", Json.object().put("uri", scheme + "://" + name));
        }
    }

    private static List<String> updated(EventStream stream) {
        return stream.messages().stream()
                .filter(message -> message.path("method").asText().equals("notifications/resources/updated"))
                .map(message -> message.at("/params/uri").asText())
                .toList();
    }

    private static void refusedCompletion(Side side, String path, String ref) {
        RawResponse response = SCENE.refused(completion(side, path, ref));
        assertThat(response.answer().has("error")).as(response.visible()).isTrue();
    }

    private static RawRequest completion(Side side, String path, String ref) {
        return SCENE.request(
                side,
                path,
                "alice",
                "completion/complete",
                "{'ref': " + ref + ", 'argument': {'name': 'id', 'value': '" + Scene.CANARY + "'}}");
    }

    private static String prompt(String name) {
        return "{'type': 'ref/prompt', 'name': '" + name + "'}";
    }

    private static String template(String uri) {
        return "{'type': 'ref/resource', 'uri': '" + uri + "'}";
    }
}
