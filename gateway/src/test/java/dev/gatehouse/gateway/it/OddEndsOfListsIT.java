package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.testing.Catalogue;
import dev.gatehouse.gateway.testing.GatewayFixture;
import dev.gatehouse.gateway.testing.Json;
import dev.gatehouse.gateway.testing.RecordingUpstream;
import dev.gatehouse.gateway.testing.RecordingUpstream.Behaviour;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers end their lists in ways that the specification does not have; callers find an end all the same. */
class OddEndsOfListsIT {

    private final RecordingUpstream upstream = RecordingUpstream.legacy(Catalogue.empty());

    @AfterEach
    void close() throws IOException {
        upstream.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mcp", "/servers/odd/mcp"})
    void emptyCursorIsTheEnd(String path) throws IOException {
        JsonNode result = list(path, "{'tools': [{'name': 'a', 'inputSchema': {}}], 'nextCursor': ''}", "{}");

        assertThat(result.path("tools")).hasSize(1);
        assertThat(result.has("nextCursor")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mcp", "/servers/odd/mcp"})
    void nullIsAnEmptyList(String path) throws IOException {
        assertThat(list(path, "{'tools': null}", "{}").path("tools")).hasToString("[]");
    }

    @Test
    void cursorThatLeadsToItselfIsFollowedOnce() throws IOException {
        upstream.script("tools/list", answer("{'tools': [{'name': 'a', 'inputSchema': {}}], 'nextCursor': 'again'}"));
        try (GatewayFixture gateway = start()) {
            var session = gateway.legacy("/servers/odd/mcp", "all");
            JsonNode first = session.ask("tools/list", "{}").answer().path("result");
            String cursor = first.path("nextCursor").asText();
            JsonNode second = session.ask("tools/list", "{'cursor': '" + cursor + "'}")
                    .answer()
                    .path("result");

            assertThat(cursor).isNotEmpty();
            assertThat(second.path("tools")).hasSize(1);
            assertThat(second.has("nextCursor")).isFalse();
        }
    }

    private JsonNode list(String path, String result, String params) throws IOException {
        upstream.script("tools/list", answer(result));
        try (GatewayFixture gateway = start()) {
            return gateway.legacy(path, "all")
                    .ask("tools/list", params)
                    .answer()
                    .path("result");
        }
    }

    private GatewayFixture start() {
        return GatewayFixture.start(
                folder -> folder.legacyServer("odd", upstream).client("all", "[{server: odd}]"));
    }

    private static Behaviour answer(String result) {
        return (request, reply) -> {
            ObjectNode answer = Json.object().put("jsonrpc", "2.0");
            answer.set("id", request.json().path("id"));
            answer.set("result", Json.quoted(result));
            reply.json(200, answer.toString());
        };
    }
}
