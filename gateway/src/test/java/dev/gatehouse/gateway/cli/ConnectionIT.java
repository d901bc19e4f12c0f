package dev.gatehouse.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.testing.HeaderLine;
import dev.gatehouse.gateway.testing.Hold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the token comes from, where it goes, and what a server that misbehaves can make of the command. */
class ConnectionIT {

    private static final String ME = "{'kind': 'user', 'namespace': 'team-a', 'name': 'ada', 'role': 'Admin',"
            + " 'token': 'laptop', 'tokens': [{'name': 'laptop', 'fingerprint': '2c26b46b', 'expiresAt': '2027-01-01T00:00:00Z'}]}";

    private final ScriptedApi api = new ScriptedApi().on("GET /whoami", ME);

    @TempDir
    Path folder;

    @AfterEach
    void stop() throws IOException {
        api.close();
    }

    @Test
    void whoamiSaysWhoAndLists() {
        assertThat(api.run("whoami").out()).isEqualTo("""
                name   team-a/ada
                role   Admin
                token  laptop

                TOKEN   FINGERPRINT  NOT BEFORE  EXPIRES AT
                laptop  2c26b46b                 2027-01-01T00:00:00Z
                """);
    }

    @Test
    void theTokenMayStandInAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), ScriptedApi.TOKEN + "\n");
        Run run = api.bare("whoami", "--token-file=" + file);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(api.requests().getFirst().header("Authorization")).containsExactly("Bearer " + ScriptedApi.TOKEN);
    }

    @Test
    void aTokenAmongTheArgumentsIsTakenWithAWarning() {
        Run run = api.bare("whoami", "--token", ScriptedApi.TOKEN);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err())
                .startsWith("warning: --token shows in the process list")
                .hasLineCount(1);
    }

    @Test
    void aFlagWinsOverTheVariable() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "another-token");
        api.run("whoami", "--token-file=" + file);

        assertThat(api.requests().getFirst().header("Authorization")).containsExactly("Bearer another-token");
    }

    @Test
    void withoutATokenNobodyIsAsked() {
        Run run = api.bare("whoami");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("GATEHOUSE_TOKEN", "--token-file").hasLineCount(1);
        assertThat(api.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zwei worte", "zeile\numbruch", "nai\u0308ve", ""})
    void aTokenThatCannotBeOneIsRefusedWithoutShowingIt(String token) throws IOException {
        Path file = Files.writeString(folder.resolve("token"), token);
        Run run = api.bare("whoami", "--token-file=" + file);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("gatehouse whoami: the token ").hasLineCount(1);
        assertThat(token.isEmpty() || !run.err().contains(token.substring(0, 3)))
                .isTrue();
        assertThat(api.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://gatehouse.example.com",
                "http://192.0.2.1:8080",
                "http://127.0.0.1.nip.io",
                "http://[2001:db8::1]"
            })
    void theTokenDoesNotLeaveTheMachineInTheClear(String url) {
        Run run = Run.gatehouse(Map.of("GATEHOUSE_TOKEN", ScriptedApi.TOKEN, "GATEHOUSE_URL", url), "whoami");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("in the clear", "--allow-plain-http").doesNotContain(ScriptedApi.TOKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://x", "127.0.0.1:8080", "http://u:p@127.0.0.1", "http://127.0.0.1/?a=b", "http://", "no url"
            })
    void whatIsNoUrlOfAGatewayIsWrongUsage(String url) {
        Run run = Run.gatehouse(Map.of("GATEHOUSE_TOKEN", ScriptedApi.TOKEN), "whoami", "--url", url);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--url").hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({"401, 3", "403, 4", "404, 1", "429, 1", "500, 1", "502, 5", "503, 5", "504, 5"})
    void theExitCodeTellsWhatKindOfFailureItWas(int status, int exitCode) {
        String problem =
                "{\"title\": \"Some\\u001b[31m\\ntitle\", \"detail\": \"and what to do\", \"status\": " + status + "}";
        api.on("GET /whoami", (request, reply) -> reply.send(status, "application/problem+json", problem));
        Run run = api.run("whoami");

        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("gatehouse whoami: Some\\u001b[31m title: and what to do (HTTP " + status + ")")
                .hasLineCount(1);
    }

    @Test
    void aRedirectIsNotFollowed() throws IOException {
        try (var elsewhere = new ScriptedApi().on("GET /whoami", ME)) {
            api.on(
                    "GET /whoami",
                    (request, reply) ->
                            reply.empty(302, new HeaderLine("Location", elsewhere.url() + "/api/v1/whoami")));
            Run run = api.run("whoami");

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("HTTP 302", "redirects are not followed");
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void nobodyThereIsFive() throws IOException {
        String url = api.url();
        api.close();
        Run run = Run.gatehouse(Map.of("GATEHOUSE_TOKEN", ScriptedApi.TOKEN, "GATEHOUSE_URL", url), "whoami");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.err()).contains("no connection to " + url).hasLineCount(1);
    }

    @Test
    void anAnswerThatNeverEndsIsCutOff() {
        var hold = new Hold();
        api.on("GET /whoami", (request, reply) -> {
            reply.raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
            hold.before((same, then) -> then.hangUp()).answer(request, reply);
        });
        Run run = api.run("whoami", "--timeout=300ms");
        hold.release();

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.err()).contains("has not answered within 300 ms").hasLineCount(1);
    }

    @Test
    void anAnswerWithoutBoundIsCutOff() {
        api.on(
                "GET /whoami",
                (request, reply) ->
                        reply.raw("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n{" + " ".repeat(33 << 20)));
        Run run = api.run("whoami");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.err()).contains("broke").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "[]", "{\"a\":1,\"a\":2}", ""})
    void whatIsNoObjectIsNotTakenForAnAnswer(String body) {
        api.on("GET /whoami", (request, reply) -> reply.json(200, body));
        Run run = api.run("whoami");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("is it a Gatehouse gateway?").hasLineCount(1);
    }
}
