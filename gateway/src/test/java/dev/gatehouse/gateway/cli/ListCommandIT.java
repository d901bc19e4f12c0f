package dev.gatehouse.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.testing.Json;
import dev.gatehouse.gateway.testing.RecordedRequest;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListCommandIT {

    private static final String SERVERS = """
            {'servers': [
              {'key': 'demo', 'namespace': 'platform', 'name': 'demo', 'protocol': 'Legacy', 'tools': 12, 'prompts': 1,
               'resources': 3, 'available': true},
              {'key': 'gh', 'namespace': 'platform', 'name': 'github', 'tools': 0, 'prompts': 0, 'resources': 0,
               'available': false, 'reason': 'ConnectionRefused'}]}
            """;

    private final ScriptedApi api = new ScriptedApi();

    @AfterEach
    void stop() throws IOException {
        api.close();
    }

    @Test
    void serversAreAnAlignedTable() {
        Run run = api.on("GET /servers", SERVERS).run("ls");

        assertThat(run.out()).isEqualTo("""
                SERVER  OBJECT           PROTOCOL  TOOLS  PROMPTS  RESOURCES  STATUS
                demo    platform/demo    Legacy    12     1        3          available
                gh      platform/github            0      0        0          unavailable: ConnectionRefused
                """);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void theTokenGoesIntoTheHeaderAndNowhereElse() {
        api.on("GET /servers", SERVERS).run("ls");

        RecordedRequest request = api.requests().getFirst();
        assertThat(request.header("Authorization")).containsExactly("Bearer " + ScriptedApi.TOKEN);
        assertThat(request.target()).isEqualTo("/api/v1/servers");
        assertThat(request.body()).isEmpty();
    }

    @Test
    void jsonIsWhatTheApiSaid() {
        Run run = api.on("GET /servers", SERVERS).run("ls", "servers", "--output", "json");

        assertThat(Json.parse(run.out())).isEqualTo(Json.quoted(SERVERS));
    }

    @Test
    void aServerThatDoesNotAnswerIsARemarkBesideTheList() {
        api.on(
                "GET /tools?server=demo",
                "{'tools': [{'name': 'demo__add', 'description': 'Adds.\\nTwice.'}], 'unavailable': ['gh', 'x']}");
        Run run = api.run("ls", "tools", "--server", "demo");

        assertThat(run.out()).isEqualTo("TOOL       DESCRIPTION\ndemo__add  Adds. Twice.\n");
        assertThat(run.err()).isEqualTo("not in the list, because they do not answer: gh, x\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void nothingToListIsSaid() {
        Run run = api.on("GET /prompts", "{'prompts': []}").run("ls", "prompts");

        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("there are no prompts that you may use\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void oneToolIsShownInFull() {
        api.on(
                "GET /tools/demo__add",
                "{'name': 'demo__add', 'inputSchema': {'properties': {'a': {'type': 'integer'}}, 'required': ['a']}}");

        assertThat(api.run("ls", "tools", "demo__add").out()).isEqualTo("""
                name: demo__add
                inputSchema:
                  properties:
                    a:
                      type: integer
                  required:
                    - a
                """);
    }

    @Test
    void aNameStaysOneSegmentOfThePath() {
        api.run("ls", "tools", "../clients?x=1#%2f");

        assertThat(api.requests().getFirst().target()).isEqualTo("/api/v1/tools/..%2Fclients%3Fx%3D1%23%252f");
    }

    @Test
    void whatATerminalWouldActOnIsWrittenOut() {
        api.on(
                "GET /tools",
                "{'tools': [{'name': 'x\\u001b[2Jy', 'description': 'a\\u202eb\\u009bc\\udb40\\udc41d\\ne'}]}");

        assertThat(api.run("ls", "tools").out())
                .isEqualTo("TOOL         DESCRIPTION\nx\\u001b[2Jy  a\\u202eb\\u009bc\\udb40\\udc41d e\n");
        assertThat(api.run("ls", "tools", "-o", "json").out())
                .contains("\\u009b", "\\u202e", "\\u001B")
                .doesNotContain("\u009b", "\u202e", "\u001b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"resources doc://x", "servers --server demo", "nonsense"})
    void wrongUsageIsOneLineAndAsksNobody(String arguments) {
        Run run = api.run(("ls " + arguments).split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("gatehouse ls: ").hasLineCount(1);
        assertThat(api.requests()).isEmpty();
    }
}
