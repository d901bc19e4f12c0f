package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatehouse.gateway.testing.Json;
import dev.gatehouse.gateway.testing.RawRequest;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.Scene;
import dev.gatehouse.gateway.testing.Side;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** C17: what a list does not show cannot be called either, under any spelling and through any endpoint. */
class C17DirectCallsIT {

    private static final Scene SCENE = Scene.open();

    @AfterAll
    static void close() throws IOException {
        SCENE.close();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "KEY__closed",
                "KEY__get_secret",
                "KEY__get_secret_of_everybody",
                "KEY__",
                "__open",
                "open",
                "KEY_open",
                "KEY___open",
                "KEY____open",
                "KEY__KEY__open",
                "KEY__open__",
                "KEY__open__closed",
                "KEY__*",
                "KEY__get_secret*",
                "*",
                "*__open",
                "*__*",
                "KEY__op?n",
                "KEY__[o]pen",
                "KEY.open",
                "KEY/open",
                "KEY:open",
                "team-a/KEY__open",
                "beta__open",
                "beta__beta_only",
                "beta__KEY__open",
                "KEY__beta__open",
                "KEY__GET_ONE",
                "__",
                ""
            })
    void aToolThatIsNotAllowedIsUnknownOnTheAggregate(String template) {
        for (Side side : Side.values()) {
            String name = template.replace("KEY", side.server());
            assertUnknownTool(SCENE.refused(SCENE.call(side, "/mcp", "alice", name)), name);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "closed",
                "get_secret",
                "KEY__open",
                "beta__open",
                "beta_only",
                "OPEN",
                "*",
                "get_secret*",
                "open*"
            })
    void aToolThatIsNotAllowedIsUnknownOnTheServersOwnEndpoint(String template) {
        for (Side side : Side.values()) {
            String name = template.replace("KEY", side.server());
            assertUnknownTool(SCENE.refused(SCENE.call(side, side.ownPath(), "alice", name)), name);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"hidden-prompt", "HELLO", "hello ", "*", "hell*", ""})
    void aPromptThatIsNotAllowedIsUnknown(String name) {
        for (Side side : Side.values()) {
            assertUnknownPrompt(side, "/mcp", side.wireName(name));
            assertUnknownPrompt(side, side.ownPath(), name);
        }
        assertUnknownPrompt(Side.LEGACY, "/mcp", "beta__beta-prompt");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Side.class)
    void aToolIsNotAPromptAndAPromptIsNotATool(Side side) {
        assertUnknownPrompt(side, "/mcp", side.wireName("open"));
        SCENE.refused(SCENE.call(side, "/mcp", "alice", side.wireName("hello")));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/servers/beta/mcp", "/servers/nowhere/mcp"})
    void aForbiddenServerAndOneThatDoesNotExistAreTheSame(String path) {
        for (Side side : Side.values()) {
            RawRequest call = SCENE.allowedCall(side).without("Mcp-Session-Id");
            String forbidden = SCENE.refused(call.target(path), 404).visible();
            String unknown =
                    SCENE.refused(call.target("/servers/nothere/mcp"), 404).visible();

            assertThat(forbidden).isEqualTo(unknown);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forbiddenAndUnknown")
    void unknownAndForbiddenAreTheSameBytes(String method, String template, String forbidden, String unknown) {
        for (Side side : Side.values()) {
            assertThat(answer(side, method, template, forbidden)).isEqualTo(answer(side, method, template, unknown));
        }
    }

    static Stream<Arguments> forbiddenAndUnknown() {
        return Stream.of(
                same("tools/call", "{'name': 'KEY__NAME', 'arguments': {}}", "closed", "nosuch"),
                same("tools/call", "{'name': 'NAME__open', 'arguments': {}}", "beta", "atad"),
                same("prompts/get", "{'name': 'KEY__NAME'}", "hidden-prompt", "absent-prompt"),
                same("resources/read", "{'uri': 'SCHEME://NAME/1'}", "closed", "nosuch"),
                same("resources/read", "{'uri': 'NAME://secret/1'}", "beta", "atad"),
                same(
                        "completion/complete",
                        "{'ref': {'type': 'ref/prompt', 'name': 'KEY__NAME'}, 'argument': {'name': 'a', 'value': 'b'}}",
                        "hidden-prompt",
                        "absent-prompt"),
                same(
                        "completion/complete",
                        "{'ref': {'type': 'ref/resource', 'uri': 'SCHEME://NAME/{id}'},"
                                + " 'argument': {'name': 'id', 'value': 'b'}}",
                        "closed",
                        "nosuch"));
    }

    private static Arguments same(String method, String template, String forbidden, String unknown) {
        return arguments(method, template, forbidden, unknown);
    }

    @Test
    void whatIsAllowedIsAnswered() {
        for (Side side : Side.values()) {
            RawResponse aggregate = SCENE.raw().send(SCENE.call(side, "/mcp", "alice", side.wireName("get_one")));
            RawResponse own = SCENE.raw().send(SCENE.call(side, side.ownPath(), "alice", "get_one"));

            assertThat(Stream.of(aggregate, own)).allSatisfy(response -> {
                assertThat(response.status()).isEqualTo(200);
                assertThat(response.answer().at("/result/content/0/text").asText())
                        .startsWith("get_one ");
            });
        }
    }

    private static String answer(Side side, String method, String template, String name) {
        String params = template.replace("KEY", side.server())
                .replace("SCHEME", side.uri("").replace("://", ""))
                .replace("NAME", name);
        RawRequest request = SCENE.request(side, method, params);
        String body = request.rawBody().replaceFirst("\"id\":\\d+", "\"id\":5");
        String visible = SCENE.raw().send(request.body(body)).visible();
        assertThat(visible).contains("error");
        return visible.replace(name, "NAME");
    }

    private static void assertUnknownTool(RawResponse response, String name) {
        assertThat(response.status()).as(response.visible()).isEqualTo(200);
        assertThat(response.answer().path("error"))
                .isEqualTo(Json.object().put("code", -32602).put("message", "Unknown tool: " + name));
    }

    private static void assertUnknownPrompt(Side side, String path, String name) {
        RawRequest get = SCENE.request(
                side,
                path,
                "alice",
                "prompts/get",
                "{'name': " + Json.string(name) + ", 'arguments': {'c': '" + Scene.CANARY + "'}}");
        RawResponse response = SCENE.refused(get, 200);
        assertThat(response.answer().at("/error/code").asInt()).isEqualTo(-32602);
        assertThat(response.answer().at("/error/message").asText()).isEqualTo("Unknown prompt: " + name);
    }
}
