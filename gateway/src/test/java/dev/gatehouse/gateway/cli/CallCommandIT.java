package dev.gatehouse.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.testing.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallCommandIT {

    private static final String INVOKE = "POST /tools/demo__add/invoke";
    private static final String SCHEMA = """
            {'name': 'demo__add', 'inputSchema': {'type': 'object', 'properties': {
              'a': {'type': 'integer'}, 'big': {'type': 'number'}, 'on': {'type': ['boolean', 'null']},
              'list': {'type': 'array'}, 'name': {'type': 'string'}}}}
            """;

    private final ScriptedApi api = new ScriptedApi().on("GET /tools/demo__add", SCHEMA);

    @TempDir
    Path folder;

    @AfterEach
    void stop() throws IOException {
        api.close();
    }

    @Test
    void theTextOfAToolIsPrinted() {
        api.on(INVOKE, "{'content': [{'type': 'text', 'text': '42'}, {'type': 'text', 'text': 'and more'}]}");
        Run run = api.run("call", "demo__add");

        assertThat(run.out()).isEqualTo("42\nand more\n");
        assertThat(run.exitCode()).isZero();
        assertThat(sent()).isEqualTo("{\"arguments\":{}}");
    }

    @Test
    void argumentsGetTheTypesOfTheSchema() {
        api.on(INVOKE, "{'content': []}");
        api.run(("call demo__add --arg a=-3 --arg big=1234567890123456789012.50 --arg on=true --arg list=[1,\"x\"]"
                        + " --arg name=007 --arg other=1=2")
                .split(" "));

        assertThat(sent())
                .isEqualTo("{\"arguments\":{\"a\":-3,\"big\":1234567890123456789012.50,\"on\":true,"
                        + "\"list\":[1,\"x\"],\"name\":\"007\",\"other\":\"1=2\"}}");
    }

    @Test
    void oneArgumentReplacesWhatTheJsonSays() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "{\"a\": 1, \"name\": \"x\"}");
        api.on(INVOKE, "{'content': []}").run("call", "demo__add", "--json-file=" + file, "--arg=a=2");

        assertThat(sent()).isEqualTo("{\"arguments\":{\"a\":2,\"name\":\"x\"}}");
    }

    @Test
    void aToolThatFailedIsOneWithItsTextOnStandardOutput() {
        api.on(INVOKE, "{'content': [{'type': 'text', 'text': 'no such city'}], 'isError': true}");
        Run run = api.run("call", "demo__add");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("no such city\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void whatIsNoTextIsARemarkAndJsonHasIt() {
        String result = "{'content': [{'type': 'image', 'mimeType': 'image/png', 'data': 'AAECAw=='},"
                + " {'type': 'resource_link', 'uri': 'doc://x'}, {'type': 'hologram'}]}";
        api.on(INVOKE, result);

        assertThat(api.run("call", "demo__add").out())
                .isEqualTo("[image, image/png, 4 bytes; --output json has them]\n[link to doc://x]\n[hologram]\n");
        assertThat(Json.parse(api.run("call", "demo__add", "-o", "json").out())).isEqualTo(Json.quoted(result));
    }

    @Test
    void structuredContentStandsInForMissingContent() {
        api.on(INVOKE, "{'content': [], 'structuredContent': {'sum': 42}}");

        assertThat(Json.parse(api.run("call", "demo__add").out())).isEqualTo(Json.quoted("{'sum': 42}"));
    }

    @Test
    void escapeSequencesAreWrittenOutUnlessRawIsAskedFor() {
        api.on(INVOKE, "{'content': [{'type': 'text', 'text': '\\u001b]0;mine\\u0007a\\tb\\r\\nc\\rd'}]}");

        assertThat(api.run("call", "demo__add").out()).isEqualTo("\\u001b]0;mine\\u0007a\tb\nc\\u000dd\n");
        assertThat(api.run("call", "demo__add", "--raw").out()).isEqualTo("\u001b]0;mine\u0007a\tb\r\nc\rd\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--arg=a=x               | '--arg a: ''x'' is not of type integer'",
                "--arg=a=1,\"b\":2       | not of type integer",
                "--arg=on=maybe          | not of type boolean or null",
                "--arg=a                 | KEY=VALUE",
                "--json=[1]              | --json: it is not a JSON object",
                "--json-file=/no/such    | it does not exist",
                "--json={} --json-file=x | not both",
                "--json-file=- --token-file=- | cannot be both"
            })
    void wrongArgumentsAreNeverSent(String flags, String complaint) {
        Run run = api.run(("call demo__add " + flags).split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("gatehouse call: ").contains(complaint).hasLineCount(1);
        assertThat(api.requests()).noneMatch(request -> request.method().equals("POST"));
    }

    @Test
    void aToolThatIsNotThereIsOne() {
        Run run = api.run("call", "demo__gone", "--arg=a=1");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("gatehouse call: Not found (HTTP 404)\n");
    }

    @Test
    void aPromptIsRenderedMessageByMessage() {
        api.on("POST /prompts/demo__review/render", """
                {'messages': [{'role': 'user', 'content': {'type': 'text', 'text': 'Review this.'}},
                              {'role': 'assistant', 'content': {'type': 'text', 'text': 'Gladly.'}}]}
                """);
        Run run = api.run("render", "demo__review", "--arg", "language=Java");

        assertThat(run.out()).isEqualTo("user: Review this.\nassistant: Gladly.\n");
        assertThat(sent()).isEqualTo("{\"arguments\":{\"language\":\"Java\"}}");
    }

    @Test
    void aResourceIsReadByItsUri() {
        api.on("POST /resources/read", """
                {'contents': [{'uri': 'doc://a', 'text': 'Hello'},
                              {'uri': 'doc://b', 'mimeType': 'image/png', 'blob': 'AAEC'}]}
                """);
        Run run = api.run("read", "doc://a?x=1");

        assertThat(run.out()).isEqualTo("Hello\n[doc://b, image/png, 3 bytes; --output json has them]\n");
        assertThat(sent()).isEqualTo("{\"uri\":\"doc://a?x=1\"}");
    }

    private String sent() {
        return api.requests().getLast().body();
    }
}
