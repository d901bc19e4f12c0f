package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.gateway.testing.EventStream;
import dev.gatehouse.gateway.testing.GatewayFixture;
import dev.gatehouse.gateway.testing.Json;
import dev.gatehouse.gateway.testing.Manifest;
import dev.gatehouse.gateway.testing.ModernClient;
import dev.gatehouse.gateway.testing.NodePackages;
import dev.gatehouse.gateway.testing.NodeServer;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A modern server on the official TypeScript SDK, asked by a modern client of ours and by the SDK's own. */
class TypeScriptSdkIT {

    private static @Nullable NodePackages packages;
    private static @Nullable NodeServer server;
    private static @Nullable GatewayFixture gateway;

    @BeforeAll
    static void start() throws Exception {
        NodePackages installed = NodePackages.installed();
        NodeServer modern = installed.modern();
        packages = installed;
        server = modern;
        gateway = GatewayFixture.start(
                folder -> folder.write("modern.yaml", Manifest.server("modern", modern.url(), "  protocol: Auto"))
                        .client("whole", "[{server: modern}]")
                        .client(
                                "part",
                                "[{server: modern, tools: [echo, steps], prompts: [greet],"
                                        + " resources: ['note://open', 'city://*']}]")
                        .client("nothing", "[]"));
    }

    @AfterAll
    static void stop() throws Exception {
        if (gateway != null) {
            gateway.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/mcp", "/servers/modern/mcp"})
    void discoverListAndCall(String path) {
        String prefix = path.equals("/mcp") ? "modern__" : "";
        ModernClient part = client(path, "part");

        assertThat(part.ask("server/discover", "{}")
                        .answer()
                        .at("/result/supportedVersions")
                        .toString())
                .contains("2026-07-28");
        assertThat(names(part, "tools"))
                .contains(prefix + "echo", prefix + "steps")
                .doesNotContain(prefix + "hidden");
        assertThat(names(part, "prompts")).isEqualTo("[\"" + prefix + "greet\"]");
        assertThat(names(part, "resources")).contains("note://open").doesNotContain("note://closed");
        assertThat(part.callTool(prefix + "echo", "{'text': 'hi'}")
                        .answer()
                        .at("/result/content/0/text")
                        .asText())
                .isEqualTo("echo hi");
        assertThat(part.callTool(prefix + "hidden", "{}").errorCode()).isEqualTo(-32602);
        assertThat(part.ask("prompts/get", "{'name': '" + prefix + "greet', 'arguments': {'city': 'Bern'}}")
                        .body())
                .contains("Greet Bern");
        assertThat(part.ask("resources/read", "{'uri': 'note://open'}").body()).contains("content of note://open");
        assertThat(part.ask("resources/read", "{'uri': 'city://bern'}").body()).contains("content of city://bern");
        assertThat(part.ask("resources/read", "{'uri': 'note://closed'}").errorCode())
                .isEqualTo(-32602);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/mcp", "/servers/modern/mcp"})
    void completionAndProgressWork(String path) {
        String prefix = path.equals("/mcp") ? "modern__" : "";
        ModernClient part = client(path, "part");

        RawResponse completion = part.ask(
                "completion/complete",
                "{'ref': {'type': 'ref/prompt', 'name': '" + prefix + "greet'},"
                        + " 'argument': {'name': 'city', 'value': 'Ber'}}");
        assertThat(completion.answer().at("/result/completion/values").toString())
                .isEqualTo("[\"Berlin\",\"Bern\"]");

        RawResponse steps = part.ask(
                "tools/call", "{'name': '" + prefix + "steps', 'arguments': {}, '_meta': {'progressToken': 'p'}}");
        assertThat(steps.messages()).hasSize(4);
        assertThat(steps.answer().at("/result/content/0/text").asText()).isEqualTo("stepped");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/mcp", "/servers/modern/mcp"})
    void aListenIsNarrowedAndHearsWhatItMay(String path) throws Exception {
        String filter = "{'toolsListChanged': true, 'resourceSubscriptions': ['note://open', 'note://closed']}";
        try (EventStream stream = client(path, "part").listen(filter)) {
            await().untilAsserted(() -> assertThat(stream.messages()).isNotEmpty());
            assertThat(stream.messages().getFirst().toString())
                    .contains("acknowledged", "note://open")
                    .doesNotContain("note://closed");

            await().untilAsserted(() -> {
                announce("closed");
                announce("open");
                announce("tools");
                assertThat(stream.messages().toString()).contains("resources/updated", "tools/list_changed");
            });
            assertThat(stream.messages().toString()).doesNotContain("note://closed");
        }
    }

    @Test
    void aMismatchIsRefusedBeforeTheServerSeesIt() {
        ModernClient part = client("/servers/modern/mcp", "part");

        RawResponse response =
                fixture().raw().send(part.toolCall("hidden", "{}").replacing("Mcp-Name", "echo"));

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.errorCode()).isEqualTo(-32020);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/mcp", "/servers/modern/mcp"})
    void theSdksOwnClientWorks(String path) throws Exception {
        String prefix = path.equals("/mcp") ? "modern__" : "";
        if (packages == null) {
            throw new IllegalStateException("no packages");
        }
        JsonNode report = Json.parse(
                packages.run("modern-client.mjs", fixture().base() + path, Tokens.of("part"), prefix + "echo"));

        assertThat(report.path("tools").toString()).contains(prefix + "echo").doesNotContain("hidden");
        assertThat(report.path("prompts").toString()).doesNotContain("secret");
        assertThat(report.path("resources").toString()).doesNotContain("closed");
        assertThat(report.at("/call/content/0/text").asText()).isEqualTo("echo pinned");
        assertThat(report.at("/hidden/refused").asInt()).isEqualTo(-32602);
        assertThat(report.at("/read/contents/0/text").asText()).isEqualTo("content of note://open");
    }

    @Test
    void somebodyWhoMayDoNothingSeesNothing() {
        assertThat(names(client("/mcp", "nothing"), "tools")).isEqualTo("[]");
        assertThat(client("/servers/modern/mcp", "nothing")
                        .ask("tools/list", "{}")
                        .status())
                .isEqualTo(404);
    }

    private static String names(ModernClient client, String kind) {
        var names = Json.array();
        JsonNode items = client.ask(kind + "/list", "{}").answer().at("/result/" + kind);
        assertThat(items.isArray()).isTrue();
        items.forEach(item -> names.add(item.path(kind.equals("resources") ? "uri" : "name")));
        return names.toString();
    }

    private static void announce(String kind) throws Exception {
        if (server == null) {
            throw new IllegalStateException("no server");
        }
        server.announce(kind);
    }

    private static ModernClient client(String path, String name) {
        return fixture().modern(path, name);
    }

    private static GatewayFixture fixture() {
        if (gateway == null) {
            throw new IllegalStateException("the gateway did not start");
        }
        return gateway;
    }
}
