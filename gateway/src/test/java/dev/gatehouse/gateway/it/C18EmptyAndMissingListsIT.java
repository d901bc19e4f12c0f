package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.gateway.testing.RawRequest;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.Scene;
import dev.gatehouse.gateway.testing.Side;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** C18: an empty list grants nothing, a missing one what is documented, and lists and calls always agree. */
class C18EmptyAndMissingListsIT {

    private static final Map<String, String> CLIENTS = new TreeMap<>(Map.of(
            "without-rules", "[]",
            "empty-tools", "[{server: KEY, tools: []}]",
            "only-tools", "[{server: KEY, tools: [open]}]",
            "only-prompts", "[{server: KEY, prompts: ['*']}]",
            "all-but-tools", "[{server: KEY, except: {tools: ['*']}}]",
            "another-server", "[{server: beta, tools: [open, closed]}]",
            "wrong-case", "[{server: KEY, tools: [OPEN, Get_*]}]",
            "whole-server", "[{server: KEY}]",
            "missing-server", "[{server: nowhere, tools: ['*']}]"));

    private static final Scene SCENE = Scene.open(folder -> CLIENTS.forEach((name, rules) -> {
        for (Side side : Side.values()) {
            folder.client(name + "-" + side.server(), rules.replace("KEY", side.server()));
        }
    }));

    private static final int UNSUPPORTED_VERSION = -32022;
    private static final List<String> TOOLS = List.of("closed", "get_one", "get_secret", "open");

    @AfterAll
    static void close() throws IOException {
        SCENE.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("views")
    void listsAndCallsAgreeOnTheAggregate(String client, List<String> tools, int prompts, int resources) {
        for (Side side : Side.values()) {
            String name = client + "-" + side.server();
            String prefix = side.wireName("");
            assertThat(listed(side, "/mcp", name, "tools").filter(tool -> tool.startsWith(prefix)))
                    .containsExactlyInAnyOrderElementsOf(
                            tools.stream().map(side::wireName).toList());
            assertThat(listed(side, "/mcp", name, "prompts").filter(prompt -> prompt.startsWith(prefix)))
                    .hasSize(prompts);
            assertThat(listed(side, "/mcp", name, "resources").filter(uri -> uri.startsWith(side.uri(""))))
                    .hasSize(resources);
            TOOLS.forEach(tool -> assertCallable(side, "/mcp", name, side.wireName(tool), tools.contains(tool)));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("views")
    void listsAndCallsAgreeOnTheServersOwnEndpoint(String client, List<String> tools, int prompts, int resources) {
        if (tools.isEmpty() && prompts == 0 && resources == 0 && !client.equals("wrong-case")) {
            for (Side side : Side.values()) {
                String name = client + "-" + side.server();
                RawRequest modern = SCENE.modern(side.ownPath(), name).request("tools/list", "{}");
                SCENE.refused(modern, 404);
            }
            return;
        }
        for (Side side : Side.values()) {
            String name = client + "-" + side.server();
            assertThat(listed(side, side.ownPath(), name, "tools")).containsExactlyInAnyOrderElementsOf(tools);
            assertThat(listed(side, side.ownPath(), name, "prompts")).hasSize(prompts);
            assertThat(listed(side, side.ownPath(), name, "resources")).hasSize(resources);
            TOOLS.forEach(tool -> assertCallable(side, side.ownPath(), name, tool, tools.contains(tool)));
        }
    }

    static Stream<Arguments> views() {
        return Stream.of(
                arguments("without-rules", List.of(), 0, 0),
                arguments("empty-tools", List.of(), 0, 0),
                arguments("only-tools", List.of("open"), 0, 0),
                arguments("only-prompts", List.of(), 2, 0),
                arguments("all-but-tools", List.of(), 2, 3),
                arguments("another-server", List.of(), 0, 0),
                arguments("wrong-case", List.of(), 0, 0),
                arguments("whole-server", TOOLS, 2, 3),
                arguments("missing-server", List.of(), 0, 0));
    }

    private static Stream<String> listed(Side side, String path, String client, String kind) {
        RawResponse response = SCENE.raw().send(SCENE.request(side, path, client, kind + "/list", "{}"));
        if (client.equals("another-server-gamma")) {
            assertThat(response.errorCode()).isEqualTo(UNSUPPORTED_VERSION); // sees a legacy server alone
            return Stream.empty();
        }
        assertThat(response.status()).as(response.visible()).isEqualTo(200);
        JsonNode items = response.answer().at("/result/" + kind);
        assertThat(items.isArray()).as(response.body()).isTrue();
        return StreamSupport.stream(items.spliterator(), false)
                .map(item ->
                        item.path(kind.equals("resources") ? "uri" : "name").asText());
    }

    private static void assertCallable(Side side, String path, String client, String tool, boolean expected) {
        if (expected) {
            assertThat(SCENE.raw()
                            .send(SCENE.call(side, path, client, tool))
                            .answer()
                            .has("result"))
                    .as(client + " calls " + tool)
                    .isTrue();
        } else {
            boolean sentBack = client.equals("another-server-gamma");
            assertThat(SCENE.refused(SCENE.call(side, path, client, tool), sentBack ? 400 : 200)
                            .errorCode())
                    .as(client + " calls " + tool)
                    .isEqualTo(sentBack ? UNSUPPORTED_VERSION : -32602);
        }
    }
}
