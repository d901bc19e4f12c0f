package dev.gatehouse.gateway.api;

import static dev.gatehouse.gateway.testing.ApiCaller.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.testing.ApiCaller;
import dev.gatehouse.gateway.testing.Json;
import dev.gatehouse.gateway.testing.Manifest;
import dev.gatehouse.gateway.testing.Scene;
import dev.gatehouse.gateway.testing.Side;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user sees: of servers of both eras together, and nothing but what its rights cover. */
class ApiListsIT {

    private static final String ALICES = "[" + Scene.partOf(Side.LEGACY) + ", " + Scene.partOf(Side.MODERN) + "]";
    private static final Scene SCENE = Scene.open(folder -> folder.user("uma", ALICES)
            .user("nil", "[]")
            .admin("ada", "[{server: beta, tools: [open]}]")
            .write("gone.yaml", gone())
            .user("ned", "[{server: gone}, {server: alpha}]"));

    private final ApiCaller uma = ApiCaller.of(SCENE.gateway(), "uma");

    @AfterAll
    static void close() throws IOException {
        SCENE.close();
    }

    @Test
    void listsHoldTheAllowedThingsOfServersOfBothEras() {
        assertThat(values(uma.json("/tools").path("tools"), "name"))
                .containsExactly("alpha__open", "alpha__get_one", "gamma__open", "gamma__get_one");
        assertThat(values(uma.json("/prompts").path("prompts"), "name"))
                .containsExactly("alpha__hello", "gamma__hello");
        assertThat(values(uma.json("/resources").path("resources"), "uri"))
                .containsExactly("note://open/1", "note://open/2", "card://open/1", "card://open/2");
        assertThat(values(uma.json("/resource-templates").path("resourceTemplates"), "uriTemplate"))
                .containsExactly("note://open/{id}", "card://open/{id}");
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void theApiAndMcpListTheSameTools(Side side) {
        List<String> mcp = values(
                SCENE.raw()
                        .send(SCENE.request(side, "tools/list", "{}"))
                        .answer()
                        .at("/result/tools"),
                "name");

        assertThat(values(uma.json("/tools?server=" + side.server()).path("tools"), "name"))
                .isEqualTo(mcp);
    }

    @Test
    void aToolIsShownWithWhatItsServerSaysOfIt() {
        ObjectNode tool = uma.json("/tools/alpha__open");

        assertThat(tool).isEqualTo(Json.quoted("""
                        {'name': 'alpha__open', 'server': 'alpha', 'tool': 'open',
                         'description': 'Scripted tool open', 'inputSchema': {'type': 'object'}}"""));
        assertThat(uma.json("/tools").path("tools").get(0)).isEqualTo(tool);
    }

    @Test
    void aPromptAndAResourceAreShownWithTheirServer() {
        assertThat(uma.json("/prompts/gamma__hello")).isEqualTo(Json.quoted("""
                        {'name': 'gamma__hello', 'server': 'gamma', 'prompt': 'hello',
                         'description': 'Scripted prompt hello'}"""));
        assertThat(uma.json("/resources?server=alpha").path("resources").get(0)).isEqualTo(Json.quoted("""
                        {'uri': 'note://open/1', 'name': 'resource note://open/1', 'server': 'alpha'}"""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tools", "/prompts", "/resources", "/resource-templates", "/servers"})
    void whoMayUseNothingSeesEmptyLists(String path) {
        ObjectNode list = ApiCaller.of(SCENE.gateway(), "nil").json(path);

        assertThat(list)
                .allSatisfy(member ->
                        assertThat(member.isArray() && member.isEmpty()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/servers/beta", "/servers/nosuch", "/tools?server=beta", "/tools?server=nosuch", "/tools/beta__open",
                "/tools/alpha__closed", "/tools/alpha__nosuch", "/tools/nosuch__open", "/tools/open", "/prompts/open"
            })
    void whatIsHiddenIsTheSame404AsWhatIsNotThere(String path) {
        assertThat(uma.get(path).visible()).isEqualTo(uma.get("/no/such/route").visible());
        problem(uma.get(path), 404);
    }

    @Test
    void serversAreShownWithTheCountsOfWhatTheCallerMayUse() {
        ObjectNode servers = uma.json("/servers");

        assertThat(servers).isEqualTo(Json.quoted("""
                        {'servers': [
                          {'key': 'alpha', 'namespace': 'team-a', 'name': 'alpha', 'protocol': 'Legacy',
                           'tools': 2, 'prompts': 1, 'resources': 2, 'available': true},
                          {'key': 'gamma', 'namespace': 'team-a', 'name': 'gamma', 'protocol': 'Modern',
                           'tools': 2, 'prompts': 1, 'resources': 2, 'available': true}]}"""));
        assertThat(uma.json("/servers/alpha")).isEqualTo(servers.path("servers").get(0));
    }

    @Test
    void anAdminIsShownEveryServerThoughNoMoreOfWhatIsInIt() {
        ApiCaller ada = ApiCaller.of(SCENE.gateway(), "ada");

        assertThat(values(ada.json("/servers").path("servers"), "key")).contains("alpha", "beta", "gamma", "gone");
        assertThat(ada.json("/servers/alpha").path("tools").asInt()).isZero();
        assertThat(values(ada.json("/tools").path("tools"), "name")).containsExactly("beta__open");
        problem(ada.get("/tools/alpha__open"), 404);
    }

    @Test
    void aServerThatDoesNotAnswerIsNamedAndTheOthersAreThere() {
        ApiCaller ned = ApiCaller.of(SCENE.gateway(), "ned");

        ObjectNode tools = ned.json("/tools");

        assertThat(tools.path("unavailable")).isEqualTo(Json.parse("[\"gone\"]"));
        assertThat(values(tools.path("tools"), "server")).containsOnly("alpha");
        ObjectNode server = ned.json("/servers/gone");
        assertThat(server.path("available").asBoolean()).isFalse();
        assertThat(server.path("reason").asText()).isEqualTo("The server gives no usable answer");
        problem(ned.get("/tools/gone__open"), 502);
        problem(ned.invoke("gone__open", "{}"), 502);
    }

    @Test
    void aChangedRuleShowsInTheNextList() {
        SCENE.gateway().change(folder -> folder.user("eve", "[{server: alpha, tools: [open]}]"));
        ApiCaller eve = ApiCaller.of(SCENE.gateway(), "eve");
        assertThat(values(eve.json("/tools").path("tools"), "name")).containsExactly("alpha__open");

        SCENE.gateway().change(folder -> folder.user("eve", "[{server: alpha, tools: [closed]}]"));

        assertThat(values(eve.json("/tools").path("tools"), "name")).containsExactly("alpha__closed");
    }

    @Test
    void whatAServerWritesWronglyIsLeftOut() {
        SCENE.gateway().change(folder -> folder.user("all", "[{server: gamma}]"));
        SCENE.gamma()
                .script(
                        "tools/list",
                        (request, reply) -> reply.json(
                                200,
                                Json.quoted("""
                                {'jsonrpc': '2.0', 'id': %s, 'result': {'resultType': 'complete', 'ttlMs': 0,
                                 'cacheScope': 'private', 'tools': [{'name': 'odd', 'title': 5, 'description': ['x'],
                                  'inputSchema': 'none', 'annotations': [], 'evil': 'member'}]}}""".formatted(request.json().path("id")))
                                        .toString()));
        try {
            SCENE.gateway().change(folder -> folder.write("odd.yaml", odd()).user("all", "[{server: odd}]"));

            await().untilAsserted(() -> assertThat(
                            ApiCaller.of(SCENE.gateway(), "all").json("/tools").path("tools"))
                    .isEqualTo(Json.quoted("""
                                    {'tools': [{'name': 'odd__odd', 'server': 'odd', 'tool': 'odd',
                                      'inputSchema': {'type': 'object'}}]}""").path("tools")));
        } finally {
            SCENE.gamma().behave();
        }
    }

    private static String odd() {
        return Manifest.server("odd", SCENE.gamma().url(), "  protocol: Modern");
    }

    private static String gone() {
        return Manifest.server("gone", "http://127.0.0.1:9/mcp", "  protocol: Modern");
    }

    private static List<String> values(JsonNode items, String member) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path(member).asText())
                .toList();
    }
}
