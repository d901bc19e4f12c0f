package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.gateway.testing.Catalogue;
import dev.gatehouse.gateway.testing.GatewayFixture;
import dev.gatehouse.gateway.testing.LegacyClient;
import dev.gatehouse.gateway.testing.Manifest;
import dev.gatehouse.gateway.testing.ManifestFolder;
import dev.gatehouse.gateway.testing.RawRequest;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.RecordingUpstream;
import dev.gatehouse.gateway.testing.Tokens;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The aggregate names the era that shows what its caller may see, and refuses the other one in words. */
class AggregateErasIT {

    private static final String LEGACY_VERSIONS = "[\"2025-11-25\",\"2025-06-18\",\"2025-03-26\",\"2024-11-05\"]";
    private static final String MODERN_VERSIONS = "[\"2026-07-28\"]";

    private static final RecordingUpstream OLD =
            RecordingUpstream.legacy(Catalogue.empty().tools("open").resources("note://one"));
    private static final RecordingUpstream OLDER =
            RecordingUpstream.legacy(Catalogue.empty().tools("open"));
    private static final RecordingUpstream NEW =
            RecordingUpstream.modern(Catalogue.empty().tools("open"));
    private static final GatewayFixture GATEWAY = GatewayFixture.start(folder -> server(folder, "old", OLD)
            .write("new.yaml", Manifest.modernServer("new", NEW))
            .write("older.yaml", Manifest.server("older", OLDER.url(), "  protocol: Auto"))
            .client("legacy", "[{server: old}]")
            .client("modern", "[{server: new}]")
            .client("tie", "[{server: old}, {server: new}]")
            .client("most", "[{server: old}, {server: older}, {server: new}]"));

    private static ManifestFolder server(ManifestFolder folder, String name, RecordingUpstream upstream) {
        return folder.write(name + ".yaml", Manifest.server(name, upstream.url(), "  protocol: Auto"));
    }

    @AfterAll
    static void close() throws IOException {
        GATEWAY.close();
        OLD.close();
        OLDER.close();
        NEW.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server/discover",
                "tools/list",
                "tools/call",
                "resources/list",
                "resources/read",
                "subscriptions/listen"
            })
    void everyModernRequestInFrontOfLegacyServersIsSentBackToInitialize(String method) {
        RawResponse response = GATEWAY.raw()
                .send(GATEWAY.modern("/mcp", "legacy")
                        .request(
                                method,
                                "{'name': 'old__open', 'arguments': {}, 'uri': 'note://one',"
                                        + " 'notifications': {}}"));

        assertThat(response.status()).as(response.visible()).isEqualTo(400);
        assertThat(response.errorCode()).isEqualTo(-32022);
        assertThat(response.answer().at("/error/data/supported")).hasToString(LEGACY_VERSIONS);
        assertThat(response.answer().at("/error/data/requested").asText()).isEqualTo("2026-07-28");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mcp", "/servers/new/mcp"})
    void initializeInFrontOfModernServersIsRefusedInWords(String path) {
        RawResponse response = GATEWAY.raw().send(LegacyClient.initialize(path, Tokens.of("modern"), "2025-11-25"));

        assertThat(response.status()).as(response.visible()).isEqualTo(400);
        assertThat(response.errorCode()).isEqualTo(-32022);
        assertThat(response.answer().at("/error/message").asText())
                .contains("only 2026-07-28", "no initialize", "use a client of that revision");
        assertThat(response.answer().at("/error/data/supported")).hasToString(MODERN_VERSIONS);
        assertThat(response.header("Mcp-Session-Id")).isEmpty();
        assertThat(NEW.received("initialize")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "legacy, /mcp, false",
        "legacy, /servers/old/mcp, false",
        "modern, /mcp, true",
        "modern, /servers/new/mcp, true",
        "tie, /mcp, true",
        "most, /mcp, false"
    })
    void discoveryAndTheRefusalOfAVersionNameTheSameVersions(String client, String path, boolean modern) {
        RawResponse discovered = GATEWAY.modern(path, client).ask("server/discover", "{}");
        RawRequest future = GATEWAY.modern(path, client).request("server/discover", "{}");
        RawResponse refused = GATEWAY.raw()
                .send(future.body(future.rawBody().replace("2026-07-28", "2099-01-01"))
                        .replacing("MCP-Protocol-Version", "2099-01-01"));

        JsonNode named = modern
                ? discovered.answer().at("/result/supportedVersions")
                : discovered.answer().at("/error/data/supported");
        assertThat(named).hasToString(modern ? MODERN_VERSIONS : LEGACY_VERSIONS);
        assertThat(refused.errorCode()).isEqualTo(-32022);
        assertThat(refused.answer().at("/error/data/supported")).isEqualTo(named);
        assertThat(refused.answer().at("/error/data/requested").asText()).isEqualTo("2099-01-01");
    }

    @Test
    void whatTheNamedEraDoesNotShowIsNamedToThoseWhoMaySeeIt() {
        JsonNode discovered =
                GATEWAY.modern("/mcp", "tie").ask("server/discover", "{}").answer();
        JsonNode initialized = GATEWAY.raw()
                .send(LegacyClient.initialize("/mcp", Tokens.of("most"), "2025-11-25"))
                .answer();

        assertThat(otherEra(discovered)).hasToString("[\"old\"]");
        assertThat(otherEra(initialized)).hasToString("[\"new\"]");
        assertThat(otherEra(GATEWAY.raw()
                                .send(LegacyClient.initialize("/mcp", Tokens.of("legacy"), "2025-11-25"))
                                .answer())
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void whoeverAsksInTheOtherEraAllTheSameGetsItsPartAndIsToldOfTheRest() {
        JsonNode modern = GATEWAY.modern("/mcp", "most").ask("tools/list", "{}").answer();
        JsonNode legacy = GATEWAY.legacy("/mcp", "tie").ask("tools/list", "{}").answer();

        assertThat(names(modern)).containsExactly("new__open");
        assertThat(otherEra(modern)).hasToString("[\"old\",\"older\"]");
        assertThat(names(legacy)).containsExactly("old__open");
        assertThat(otherEra(legacy)).hasToString("[\"new\"]");
    }

    private static List<String> names(JsonNode answer) {
        return answer.at("/result/tools").findValuesAsText("name");
    }

    private static JsonNode otherEra(JsonNode answer) {
        return answer.path("result").path("_meta").path("gatehouse.dev/otherEra");
    }
}
