package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.gateway.testing.Catalogue;
import dev.gatehouse.gateway.testing.Json;
import dev.gatehouse.gateway.testing.LegacyClient;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.RecordingUpstream;
import dev.gatehouse.gateway.testing.Scene;
import dev.gatehouse.gateway.testing.Side;
import dev.gatehouse.gateway.testing.Tokens;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** C21: lists are filtered on every page, and nothing around them betrays what was left out. */
class C21ListsIT {

    private static final Scene SCENE = Scene.over(
            C21ListsIT::manyTools,
            folder -> folder.client("tools-only", "[{server: alpha, tools: [open]}]")
                    .client("tools-only-modern", "[{server: gamma, tools: [open]}]"));

    private static void manyTools(Catalogue catalogue) {
        IntStream.range(0, 20).forEach(i -> catalogue.tools("get_" + i, "hidden_" + i));
        catalogue.pagesOf(3);
    }

    @AfterAll
    static void close() throws IOException {
        SCENE.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("endpoints")
    void everyPageIsFilteredAndNoItemIsLost(Side side, String path) {
        List<String> names = drain(side, path, "tools/list", "tools", "name");

        String prefix = path.equals("/mcp") ? side.wireName("") : "";
        List<String> expected = Stream.concat(
                        Stream.of("open", "get_one"), IntStream.range(0, 20).mapToObj(i -> "get_" + i))
                .map(name -> prefix + name)
                .toList();
        assertThat(names.stream().filter(name -> name.startsWith(prefix)))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("endpoints")
    void resourcesAndTemplatesAreFilteredAlike(Side side, String path) {
        assertThat(drain(side, path, "resources/list", "resources", "uri"))
                .contains(side.uri("open/1"), side.uri("open/2"))
                .noneMatch(uri -> uri.contains("closed"));
        assertThat(drain(side, path, "resources/templates/list", "resourceTemplates", "uriTemplate"))
                .containsExactly(side.uri("open/{id}"));
        assertThat(drain(side, path, "prompts/list", "prompts", "name"))
                .containsExactly(path.equals("/mcp") ? side.wireName("hello") : "hello");
    }

    static Stream<Arguments> endpoints() {
        return Stream.of(Side.values())
                .flatMap(side -> Stream.of(arguments(side, "/mcp"), arguments(side, side.ownPath())));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Side.class)
    void cursorsAreTheGatewaysOwn(Side side) {
        String cursor = page(side, side.ownPath(), "alice", "{}")
                .at("/result/nextCursor")
                .asText();

        assertThat(cursor).isNotEmpty().doesNotContain("page-from");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Side.class)
    void aCursorOfAnotherClientOrListOrServerIsInvalid(Side side) {
        String cursor = page(side, side.ownPath(), "root", "{}")
                .at("/result/nextCursor")
                .asText();
        String other = side == Side.LEGACY ? "/servers/beta/mcp" : "/mcp";

        assertInvalid(side, side.ownPath(), "alice", "tools/list", cursor);
        assertInvalid(side, side.ownPath(), "root", "prompts/list", cursor);
        assertInvalid(side, other, "root", "tools/list", cursor);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"page-from-3", "x", "AAAA", "../../x", "page-from-0\u0000"})
    void aMadeUpCursorIsInvalid(String cursor) {
        for (Side side : Side.values()) {
            assertInvalid(side, side.ownPath(), "alice", "tools/list", cursor);
            assertInvalid(side, "/mcp", "alice", "tools/list", cursor);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Side.class)
    void aCursorWithOneCharacterChangedIsInvalid(Side side) {
        String cursor = page(side, side.ownPath(), "alice", "{}")
                .at("/result/nextCursor")
                .asText();
        int middle = cursor.length() / 2;
        char changed = cursor.charAt(middle) == 'A' ? 'B' : 'A';

        assertInvalid(
                side,
                side.ownPath(),
                "alice",
                "tools/list",
                cursor.substring(0, middle) + changed + cursor.substring(middle + 1));
    }

    @Test
    void discoverShowsOnlyWhatTheCallerMayUse() {
        String seen = SCENE.modern("/mcp", "tools-only-modern")
                .ask("server/discover", "{}")
                .body();

        assertThat(seen).contains("tools").doesNotContain("prompts", "resources", "completions", "alpha", "beta");
    }

    @Test
    void initializeShowsOnlyWhatTheCallerMayUse() {
        RawResponse answer = SCENE.raw().send(LegacyClient.initialize("/mcp", Tokens.of("tools-only"), "2025-11-25"));

        assertThat(answer.answer().at("/result/capabilities").has("tools")).isTrue();
        assertThat(answer.answer().at("/result/capabilities").has("prompts")).isFalse();
        assertThat(answer.answer().at("/result/capabilities").has("resources")).isFalse();
        assertThat(answer.body()).doesNotContain("beta", "gamma");
    }

    @Test
    void somebodyWithoutRightsSeesEmptyListsAndNoInstructions() {
        var legacy = SCENE.legacy("/mcp", "nobody");
        var modern = SCENE.modern("/mcp", "nobody");
        for (String list : List.of("tools", "prompts", "resources")) {
            for (RawResponse answer : List.of(legacy.ask(list + "/list", "{}"), modern.ask(list + "/list", "{}"))) {
                assertThat(answer.answer().at("/result/" + list))
                        .as(answer.visible())
                        .isEmpty();
            }
        }
        assertThat(modern.ask("server/discover", "{}").body()).doesNotContain("scripted", "alpha", "beta", "gamma");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"tools/list", "prompts/list", "resources/list", "resources/templates/list", "server/discover"})
    void whatIsFilteredForOneCallerIsPrivateToIt(String method) {
        for (String path : List.of("/mcp", "/servers/gamma/mcp")) {
            RawResponse answer = SCENE.modern(path, "alice").ask(method, "{}");

            assertThat(answer.answer().at("/result/cacheScope").asText())
                    .as(answer.visible())
                    .isEqualTo("private");
            assertThat(answer.answer().at("/result/resultType").asText()).isEqualTo("complete");
            assertThat(answer.answer().at("/result").has("ttlMs")).isTrue();
        }
    }

    private static List<String> drain(Side side, String path, String method, String member, String name) {
        var names = new ArrayList<String>();
        String params = "{}";
        for (int pages = 0; pages < 50; pages++) {
            RawResponse response = SCENE.raw().send(SCENE.request(side, path, "alice", method, params));
            assertThat(response.status()).as(response.visible()).isEqualTo(200);
            assertThat(response.body()).doesNotContain("hidden", "secret", "closed", "beta");
            JsonNode result = response.answer().path("result");
            result.path(member).forEach(item -> names.add(item.path(name).asText()));
            if (!result.has("nextCursor")) {
                return names;
            }
            params = "{'cursor': '" + result.path("nextCursor").asText() + "'}";
        }
        throw new AssertionError("more than 50 pages");
    }

    private static JsonNode page(Side side, String path, String client, String params) {
        return SCENE.raw()
                .send(SCENE.request(side, path, client, "tools/list", params))
                .answer();
    }

    private static void assertInvalid(Side side, String path, String client, String method, String cursor) {
        SCENE.legacy("/mcp", client);
        SCENE.upstreams().forEach(RecordingUpstream::forget);
        String params = "{'cursor': " + Json.string(cursor) + "}";

        RawResponse response = SCENE.raw().send(SCENE.request(side, path, client, method, params));

        assertThat(response.answer().at("/error/code").asInt())
                .as(response.visible())
                .isEqualTo(-32602);
        SCENE.upstreams().forEach(upstream -> upstream.assertNeverSaw(cursor));
    }
}
