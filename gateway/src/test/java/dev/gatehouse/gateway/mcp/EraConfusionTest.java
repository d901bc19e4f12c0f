package dev.gatehouse.gateway.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Item 13 of the attack list: one message, one era, whatever the evidence. */
class EraConfusionTest {

    private static final String LEGACY_CALL = Resolving.request("tools/call", "\"name\":\"x\"");
    private static final String MODERN_CALL = Resolving.modern("tools/call", "\"name\":\"x\"");

    @Test
    void takesAModernRequestWithModernHeaders() {
        ModernCall call = Resolving.modern(Resolving.headers(Versions.MODERN, "tools/call", "x"), MODERN_CALL);

        assertThat(call.method()).isEqualTo(Method.TOOLS_CALL);
        assertThat(call.version()).isEqualTo(Versions.MODERN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25", " 2025-11-25\t"})
    void takesALegacyRequestWithALegacyVersion(String version) {
        assertThat(Resolving.legacy(Resolving.headers(version, null, null), LEGACY_CALL)
                        .version())
                .isEqualTo(version.trim());
    }

    @Test
    void assumesTheOldVersionWithoutHeaderOrSession() {
        assertThat(Resolving.legacy(HeaderFacts.NONE, LEGACY_CALL).version()).isEqualTo("2025-03-26");
    }

    @Test
    void takesTheSessionsVersionWithoutHeader() {
        HeaderFacts headers = new HeaderFacts(null, null, null, "s", Map.of());

        Resolution resolution = EraResolver.resolve(headers, Feeding.accepted(LEGACY_CALL), "2025-06-18");

        assertThat(resolution).isInstanceOfSatisfying(Resolution.Legacy.class, legacy -> {
            assertThat(legacy.call().version()).isEqualTo("2025-06-18");
            assertThat(legacy.call().sessionId()).isEqualTo("s");
        });
    }

    @Test
    void refusesAVersionOtherThanTheSessions() {
        HeaderFacts headers = new HeaderFacts("2025-11-25", null, null, "s", Map.of());

        Resolution resolution = EraResolver.resolve(headers, Feeding.accepted(LEGACY_CALL), "2025-06-18");

        assertThat(resolution)
                .isInstanceOfSatisfying(
                        Resolution.Refused.class,
                        refused -> assertThat(refused.refusal())
                                .extracting(Refusal::status, Refusal::code, Refusal::grounds, Refusal::id)
                                .containsExactly(
                                        400, JsonRpcCode.INVALID_REQUEST, "session_version", new RequestId("9")));
    }

    @Test
    void refusesAModernHeaderOnALegacyBody() {
        refuses(Resolving.headers(Versions.MODERN, "tools/call", "x"), LEGACY_CALL, -32602, "meta_missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05", "2027-01-01", ""})
    void refusesAModernBodyUnderAnotherHeader(String version) {
        refuses(Resolving.headers(version, "tools/call", "x"), MODERN_CALL, -32020, "version_mismatch");
    }

    @Test
    void refusesAModernBodyWithoutHeader() {
        refuses(Resolving.headers(null, "tools/call", "x"), MODERN_CALL, -32020, "version_header_missing");
        refuses(HeaderFacts.NONE, MODERN_CALL, -32020, "version_header_missing");
    }

    @Test
    void refusesALegacyVersionInTheMetadata() {
        String body = MODERN_CALL.replace(Versions.MODERN, "2025-11-25");

        refuses(Resolving.headers("2025-11-25", "tools/call", "x"), body, -32020, "mixed_eras");
    }

    @Test
    void refusesASessionOnAModernRequest() {
        refuses(
                new HeaderFacts(Versions.MODERN, "tools/call", "x", "s", Map.of()),
                MODERN_CALL,
                -32020,
                "session_on_modern");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-01-01",
                "v999.0.0",
                "2025-11-26",
                "2025-11-25, 2026-07-28",
                "2026-07-28,2026-07-28",
                "",
                "1"
            })
    void namesItsVersionsWhereOneIsUnknown(String version) {
        Refusal legacy = Resolving.refused(Resolving.headers(version, null, null), LEGACY_CALL);
        Refusal modern = Resolving.refused(
                Resolving.headers(version, "tools/call", "x"), MODERN_CALL.replace(Versions.MODERN, version));

        assertThat(legacy).isEqualTo(modern);
        assertThat(legacy.status()).isEqualTo(400);
        assertThat(legacy.code()).isEqualTo(JsonRpcCode.UNSUPPORTED_VERSION);
        assertThat(legacy.dataJson())
                .isEqualTo(
                        "{\"supported\":[\"2026-07-28\",\"2025-11-25\",\"2025-06-18\",\"2025-03-26\",\"2024-11-05\"],"
                                + "\"requested\":\"" + version + "\"}");
    }

    @Test
    void negotiatesAnInitializeThatNamesAModernVersionDown() {
        String body = Resolving.request("initialize", "\"protocolVersion\":\"2026-07-28\"");

        assertThat(Resolving.legacy(HeaderFacts.NONE, body).method()).isEqualTo(Method.INITIALIZE);
        assertThat(Versions.negotiate("2026-07-28")).isEqualTo("2025-11-25");
        assertThat(Versions.negotiate("2025-06-18")).isEqualTo("2025-06-18");
        assertThat(Versions.negotiate("nonsense")).isEqualTo("2025-11-25");
    }

    @Test
    void refusesAnInitializeUnderAModernHeader() {
        refuses(
                Resolving.headers(Versions.MODERN, "initialize", null),
                Resolving.request("initialize", "\"protocolVersion\":\"2026-07-28\""),
                -32602,
                "meta_missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "initialize",
                "ping",
                "logging/setLevel",
                "resources/subscribe",
                "resources/unsubscribe",
                "tasks/get",
                "tasks/list",
                "unknown/method",
                "Tools/call",
                "tools/call ",
                "sampling/createMessage"
            })
    void knowsNoSuchMethodInTheModernEra(String method) {
        String body = Resolving.modern(method, "\"uri\":\"a:1\",\"protocolVersion\":\"x\"");
        Refusal refusal = Resolving.refused(Resolving.headers(Versions.MODERN, null, null), body);

        assertThat(refusal)
                .extracting(Refusal::status, Refusal::code, Refusal::id)
                .containsExactly(404, JsonRpcCode.METHOD_NOT_FOUND, new RequestId("9"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server/discover",
                "subscriptions/listen",
                "tasks/get",
                "tasks/list",
                "tasks/result",
                "x",
                "",
                "notifications/initialized",
                "roots/list",
                "elicitation/create"
            })
    void knowsNoSuchMethodInTheLegacyEra(String method) {
        Refusal refusal = Resolving.refused(HeaderFacts.NONE, Resolving.request(method, "\"notifications\":{}"));

        assertThat(refusal)
                .extracting(Refusal::status, Refusal::code, Refusal::id)
                .containsExactly(200, JsonRpcCode.METHOD_NOT_FOUND, new RequestId("9"));
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void runsNoRequestWithoutId(Method method) {
        String legacy = "{\"jsonrpc\":\"2.0\",\"method\":\"" + method.wireName()
                + "\",\"params\":{\"name\":\"x\",\"uri\":\"a:1\","
                + "\"protocolVersion\":\"x\",\"ref\":{\"type\":\"ref/prompt\",\"name\":\"p\"}}}";
        String modern = legacy.replace("\"params\":{", "\"params\":{" + Resolving.MODERN_META + ",");

        if (method.notification()) {
            assertThat(Resolving.legacy(HeaderFacts.NONE, legacy).method()).isEqualTo(method);
        } else {
            refuses(HeaderFacts.NONE, legacy, JsonRpcCode.INVALID_REQUEST, "unknown_notification");
        }
        assertThat(Resolving.refused(Resolving.headers(Versions.MODERN, method.wireName(), "x"), modern)
                        .id())
                .isNull();
    }

    @Test
    void refusesUnknownNotifications() {
        refuses(
                HeaderFacts.NONE,
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/vendor\"}",
                JsonRpcCode.INVALID_REQUEST,
                "unknown_notification");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"none", "2025-11-25", "2026-07-28"})
    void refusesResponsesThatNobodyAskedFor(String version) {
        refuses(
                new HeaderFacts(version, null, null, null, Map.of()),
                "{\"jsonrpc\":\"2.0\",\"id\":9,\"result\":{\"" + "action\":\"accept\"}}",
                JsonRpcCode.INVALID_REQUEST,
                "unasked_response");
    }

    @Test
    void refusesTasksOfTheLegacyEra() {
        refuses(
                HeaderFacts.NONE,
                Resolving.request("tools/call", "\"name\":\"x\",\"task\":{\"ttl\":1}"),
                JsonRpcCode.INVALID_PARAMS,
                "task");
    }

    private static void refuses(HeaderFacts headers, String body, int code, String reason) {
        assertThat(Resolving.refused(headers, body))
                .extracting(Refusal::code, Refusal::grounds)
                .containsExactly(code, reason);
    }
}
