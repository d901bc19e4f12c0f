package dev.gatehouse.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.testing.Json;
import dev.gatehouse.gateway.testing.RecordedRequest;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GetCommandIT {

    private final ScriptedApi api = new ScriptedApi();

    @AfterEach
    void stop() throws IOException {
        api.close();
    }

    @Test
    void clientsOfAllPagesAreOneTable() {
        api.on(
                "GET /clients?limit=1000",
                "{'clients': [{'namespace': 'a', 'name': 'x', 'usable': true, 'tokens': [{'name': 't'}, {'name': 'u'}]}],"
                        + " 'next': 'a/x'}");
        api.on(
                "GET /clients?limit=1000&after=a%2Fx",
                "{'clients': [{'namespace': 'b', 'name': 'y', 'usable': false}]}");

        assertThat(api.run("get", "clients").out()).isEqualTo("""
                CLIENT  ROLE  STATUS    TOKENS
                a/x           usable    t, u
                b/y           unusable
                """);
        assertThat(Json.parse(api.run("get", "clients", "-o", "json").out()).path("clients"))
                .hasSize(2);
    }

    @Test
    void aLimitEndsTheReadingAndSaysWhereItGoesOn() {
        api.on("GET /users?limit=1", "{'users': [{'namespace': 'a', 'name': 'x'}], 'next': 'a/x'}");
        Run run = api.run("get", "users", "--limit=1", "--output=json");

        assertThat(Json.parse(run.out()).path("next").asText()).isEqualTo("a/x");
        assertThat(api.requests()).hasSize(1);
    }

    @Test
    void oneClientIsShownInFull() {
        api.on(
                "GET /clients/a/x",
                "{'name': 'x', 'ruleSets': ['spec.allow'], 'limits': {}, 'tokens': [{'name': 't'}]}");

        assertThat(api.run("get", "clients", "a/x").out())
                .isEqualTo("name: x\nruleSets:\n  - spec.allow\nlimits: {}\ntokens:\n  - name: t\n");
    }

    @Test
    void decisionsAreChosenByTheGateway() {
        api.on("GET /decisions?limit=2&principal=client%2Fa%2Fx&verdict=denied", """
                {'decisions': [{'time': '2026-01-01T00:00:00.000000Z', 'principal':
                  {'kind': 'client', 'namespace': 'a', 'name': 'x'}, 'plane': 'mcp', 'method': 'tools/call',
                  'server': 'demo', 'name': 'add', 'verdict': 'denied', 'grounds': 'not_granted', 'outcome': 'refused'}]}
                """);
        Run run = api.run("get", "decisions", "--limit=2", "--principal=client/a/x", "--verdict=denied");

        assertThat(run.out().lines().toList().get(1))
                .isEqualTo(
                        "2026-01-01T00:00:00.000000Z  client/a/x  mcp    tools/call  demo add  denied   not_granted  refused");
    }

    @Test
    void findingsNameObjectAndPlace() {
        api.on("GET /findings", """
                {'findings': [{'severity': 'error', 'kind': 'McpClient', 'namespace': 'a', 'name': 'x',
                  'path': 'spec.allow[0]', 'message': 'Something.', 'file': 'a.yaml', 'line': 3}]}
                """);

        assertThat(api.run("get", "findings").out().lines().toList().get(1))
                .isEqualTo("error     McpClient/a/x  spec.allow[0]  a.yaml:3  Something.");
    }

    @Test
    void aUserWhoIsNoAdministratorIsTold() {
        api.on("GET /config", (request, reply) -> reply.send(403, "application/problem+json", """
                {"title": "Admins only", "status": 403, "detail": "This route is for users whose role is Admin."}"""));
        Run run = api.run("get", "config");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err())
                .isEqualTo("gatehouse get: Admins only: This route is for users whose role is Admin. (HTTP 403)\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"clients x", "config a/x", "clients --verdict=denied", "findings --limit=1", "users --limit=0"})
    void wrongUsageAsksNobody(String arguments) {
        Run run = api.run(("get " + arguments).split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("gatehouse get: ").hasLineCount(1);
        assertThat(api.requests()).extracting(RecordedRequest::target).isEmpty();
    }
}
