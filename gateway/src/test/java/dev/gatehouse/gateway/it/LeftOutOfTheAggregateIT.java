package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.gateway.testing.ApiCaller;
import dev.gatehouse.gateway.testing.Catalogue;
import dev.gatehouse.gateway.testing.GatewayFixture;
import dev.gatehouse.gateway.testing.LegacyClient;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.RecordingUpstream;
import dev.gatehouse.gateway.testing.Scene;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the aggregate cannot show is said to admins, and served where it can be told apart; never on the aggregate unseen. */
class LeftOutOfTheAggregateIT {

    private static final RecordingUpstream FILES = RecordingUpstream.legacy(Catalogue.empty()
            .tools("open", "get weather", "ns/read")
            .prompts("hello", "line\nbreak")
            .resources("note://shared", "note://files"));
    private static final RecordingUpstream NOTES =
            RecordingUpstream.legacy(Catalogue.empty().resources("note://notes").templates("note://{id}"));
    private static final RecordingUpstream CARDS =
            RecordingUpstream.modern(Catalogue.empty().tools("draw"));
    private static final GatewayFixture GATEWAY = GatewayFixture.start(folder -> folder.legacyServer("files", FILES)
            .legacyServer("notes", NOTES)
            .modernServer("cards", CARDS)
            .client("root", "[{server: files}, {server: notes}, {server: cards}]")
            .client("one", "[{server: files}]")
            .user("uma", "[{server: files}]")
            .admin("ada", "[]"));

    @BeforeEach
    void forget() {
        FILES.forget();
        NOTES.forget();
    }

    @AfterAll
    static void close() throws IOException {
        GATEWAY.close();
        FILES.close();
        NOTES.close();
        CARDS.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"get weather", "ns/read"})
    void toolThatTheAggregateDoesNotListIsCalledAtItsServersPathOnly(String tool) {
        LegacyClient aggregate = GATEWAY.legacy("/mcp", "root");
        assertThat(names(aggregate.ask("tools/list", "{}"), "tools")).containsExactly("files__open");
        RawResponse hidden = aggregate.callTool("files__" + tool, "{'c': '" + Scene.CANARY + "'}");
        assertThat(hidden.errorCode()).as(hidden.visible()).isEqualTo(-32602);
        assertThat(ApiCaller.of(GATEWAY, "uma")
                        .invoke("files__" + tool, "{'c': '" + Scene.CANARY + "'}")
                        .status())
                .isEqualTo(404);
        FILES.assertNeverSaw(Scene.CANARY);

        LegacyClient own = GATEWAY.legacy("/servers/files/mcp", "root");
        assertThat(names(own.ask("tools/list", "{}"), "tools")).contains(tool);
        assertThat(own.callTool(tool, "{}").answer().has("result")).isTrue();
    }

    @Test
    void uriOfTwoServersIsReadByThoseWhoMayReadItAtOneOfThem() {
        RawResponse both = GATEWAY.legacy("/mcp", "root").ask("resources/read", "{'uri': 'note://shared'}");
        RawResponse one = GATEWAY.legacy("/mcp", "one").ask("resources/read", "{'uri': 'note://shared'}");

        assertThat(both.errorCode()).isEqualTo(-32002);
        assertThat(one.answer().has("result")).as(one.visible()).isTrue();
        assertThat(NOTES.received("resources/read")).isEmpty();
    }

    @Test
    void adminsAreToldWhatIsLeftOutAndWhereItIs() {
        await().untilAsserted(() -> assertThat(findings("files"))
                .anySatisfy(text ->
                        assertThat(text).contains("tools", "\"get weather\"", "\"ns/read\"", "at /servers/files/mcp"))
                .anySatisfy(text -> assertThat(text).contains("prompts", "\"line\\nbreak\""))
                .anySatisfy(text -> assertThat(text)
                        .contains("resources", "\"note://shared\"", "\"note://files\"", "belong to notes"))
                .hasSize(3));
    }

    @Test
    void adminsAreToldOfServersThatSomeCallersAreNotLedTo() {
        await().untilAsserted(() -> assertThat(findings("cards"))
                .containsExactly("It speaks only 2026-07-28, so callers of 2025-11-25 and earlier on /mcp do not see it"
                        + " beside their other servers; they reach it at /servers/cards/mcp."));
    }

    private static List<String> findings(String server) {
        List<String> messages = new ArrayList<>();
        for (JsonNode finding : ApiCaller.of(GATEWAY, "ada").json("/findings").path("findings")) {
            if (finding.path("name").asText().equals(server)) {
                assertThat(finding.path("kind").asText()).isEqualTo("McpServer");
                assertThat(finding.path("severity").asText()).isEqualTo("warning");
                assertThat(finding.path("file").asText()).isEqualTo(server + ".yaml");
                messages.add(finding.path("message").asText());
            }
        }
        return messages;
    }

    private static List<String> names(RawResponse response, String member) {
        return response.answer().at("/result/" + member).findValuesAsText("name");
    }
}
