package dev.gatehouse.gateway.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Item 12 of the attack list: a header says what the body says, or the message goes nowhere. */
class HeaderAgreementTest {

    private static final String CALL = Resolving.modern("tools/call", "\"name\":\"secret\"");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "allowed",
                "Secret",
                "SECRET",
                "secret\u0000",
                "secre",
                "secret,secret",
                "secret, allowed",
                "\"secret\"",
                "secret;",
                "",
                "s\u200becret",
                "ſecret",
                "secret\r\nX: y",
                "secret\n",
                "%73ecret",
                "=?BASE64?c2VjcmV0?=",
                "=?Base64?c2VjcmV0?=",
                "=?base64?c2VjcmV0",
                "=?utf-8?B?c2VjcmV0?=",
                "=?base64?PT9iYXNlNjQ/YzJWamNtVjA/PQ==?=",
                "=?base64?YWxsb3dlZA==?=",
            })
    void refusesANameThatIsNotTheBodys(String name) {
        assertThat(refused(CALL, "tools/call", name).code()).isEqualTo(JsonRpcCode.HEADER_MISMATCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=?base64?c2VjcmV?=",
                "=?base64?c2VjcmV0=?=",
                "=?base64?c2Vj cmV0?=",
                "=?base64?c2Vj!mV0?=",
                "=?base64?c2VjcmV0CQ?=",
                "=?base64?c2VjcmV1x?=",
                "=?base64?/w==?=",
                "=?base64?7aCA?=",
                "=?base64?YR==?=",
                "sécret",
            })
    void refusesANameThatIsNotSoundlyEncoded(String name) {
        assertThat(refused(CALL, "tools/call", name))
                .extracting(Refusal::status, Refusal::code, Refusal::grounds, Refusal::id)
                .containsExactly(400, JsonRpcCode.HEADER_MISMATCH, "name_encoding", new RequestId("9"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", " secret", "secret\t ", "=?base64?c2VjcmV0?=", "  =?base64?c2VjcmV0?= "})
    void takesTheBodysNameInEitherEncoding(String name) {
        ModernCall call = Resolving.modern(Resolving.headers(Versions.MODERN, "tools/call", name), CALL);

        assertThat(call.message().params().name()).extracting(Text::value).isEqualTo("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"héllo", "漢字", "😀", " padded ", "a\nb", "", "=?base64?YQ==?=", "\u0000"})
    void takesEncodedNamesThatAHeaderCannotCarry(String name) {
        String body = Resolving.modern("prompts/get", "\"name\":" + JsonText.quote(name));

        Resolving.modern(Resolving.headers(Versions.MODERN, "prompts/get", encoded(name)), body);
    }

    @Test
    void takesASentinelThatIsItselfAName() {
        String body = Resolving.modern("tools/call", "\"name\":\"=?base64?c2VjcmV0?=\"");

        Resolving.modern(Resolving.headers(Versions.MODERN, "tools/call", encoded("=?base64?c2VjcmV0?=")), body);
        assertThat(refused(body, "tools/call", "=?base64?c2VjcmV0?=").grounds()).isEqualTo("name_mismatch");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "prompts/get",
                "tools/list",
                "TOOLS/CALL",
                "Tools/Call",
                "tools/call,tools/call",
                "tools/call/",
                ""
            })
    void refusesAMethodThatIsNotTheBodys(String method) {
        assertThat(refused(CALL, method, "secret"))
                .extracting(Refusal::status, Refusal::code, Refusal::grounds)
                .containsExactly(400, JsonRpcCode.HEADER_MISMATCH, "method_mismatch");
    }

    @Test
    void refusesAMissingMethodHeader() {
        assertThat(refused(CALL, null, "secret").grounds()).isEqualTo("method_header_missing");
        assertThat(refused(Resolving.modern("tools/list", ""), null, null).grounds())
                .isEqualTo("method_header_missing");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"tools/call,`\"name\":\"x\"`", "prompts/get,`\"name\":\"x\"`", "resources/read,`\"uri\":\"x\"`"})
    void refusesAMissingNameHeader(String method, String params) {
        assertThat(refused(Resolving.modern(method, params), method, null).grounds())
                .isEqualTo("name_header_missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tools/list", "server/discover"})
    void refusesANameHeaderThatMirrorsNothing(String method) {
        assertThat(refused(Resolving.modern(method, "\"name\":\"x\""), method, "x")
                        .grounds())
                .isEqualTo("name_mismatch");
    }

    @Test
    void comparesAReadWithItsUriAndNotWithAName() {
        String body = Resolving.modern("resources/read", "\"uri\":\"a:1\",\"name\":\"b:2\"");

        Resolving.modern(Resolving.headers(Versions.MODERN, "resources/read", "a:1"), body);
        assertThat(refused(body, "resources/read", "b:2").grounds()).isEqualTo("name_mismatch");
    }

    @Test
    void comparesMirroredHeadersOfLegacyCallersToo() {
        String body = Resolving.request("tools/call", "\"name\":\"secret\"");

        assertThat(Resolving.refused(Resolving.headers("2025-11-25", null, "allowed"), body)
                        .code())
                .isEqualTo(JsonRpcCode.HEADER_MISMATCH);
        assertThat(Resolving.refused(Resolving.headers(null, "tools/list", null), body)
                        .code())
                .isEqualTo(JsonRpcCode.HEADER_MISMATCH);
        Resolving.legacy(Resolving.headers("2025-11-25", "tools/call", "secret"), body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "tools/call | ``",
                "tools/call | `\"uri\":\"x\"`",
                "prompts/get | ``",
                "resources/read | `\"name\":\"x\"`",
                "completion/complete | ``",
                "completion/complete | `\"ref\":{}`",
                "completion/complete | `\"ref\":{\"type\":\"ref/prompt\"}`",
                "completion/complete | `\"ref\":{\"type\":\"ref/prompt\",\"uri\":\"x\"}`",
                "completion/complete | `\"ref\":{\"type\":\"ref/prompt\",\"name\":\"x\",\"uri\":\"y\"}`",
                "completion/complete | `\"ref\":{\"type\":\"ref/resource\",\"name\":\"x\"}`",
                "completion/complete | `\"ref\":{\"type\":\"ref/tool\",\"name\":\"x\"}`",
            })
    void refusesRequestsThatDoNotSayWhatTheyAreFor(String method, String params) {
        assertThat(refused(Resolving.modern(method, params), method, "x"))
                .extracting(Refusal::status, Refusal::code, Refusal::grounds)
                .containsExactly(400, JsonRpcCode.INVALID_PARAMS, "target_missing");
        assertThat(Resolving.refused(HeaderFacts.NONE, Resolving.request(method, params)))
                .extracting(Refusal::status, Refusal::code, Refusal::grounds)
                .containsExactly(200, JsonRpcCode.INVALID_PARAMS, "target_missing");
    }

    @Test
    void refusesAListenThatNamesNothingToHear() {
        assertThat(refused(Resolving.modern("subscriptions/listen", ""), "subscriptions/listen", null)
                        .grounds())
                .isEqualTo("target_missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.modelcontextprotocol/protocolVersion", "io.modelcontextprotocol/clientCapabilities"})
    void refusesMetadataThatIsIncomplete(String member) {
        String body = CALL.replace(member, "x/y");

        assertThat(refused(body, "tools/call", "secret"))
                .extracting(Refusal::status, Refusal::code, Refusal::grounds)
                .containsExactly(400, JsonRpcCode.INVALID_PARAMS, "meta_missing");
    }

    @Test
    void passesSoundParameterHeadersOn() {
        Map<String, String> headers =
                Map.of("mcp-param-a", "plain", "mcp-param-b", "=?base64?w6k=?=", "mcp-param-c", "");

        Resolution resolution = EraResolver.resolve(
                new HeaderFacts(Versions.MODERN, "tools/call", "secret", null, headers), Feeding.accepted(CALL), null);

        assertThat(resolution)
                .isInstanceOfSatisfying(
                        Resolution.Modern.class,
                        modern -> assertThat(modern.call().paramHeaders()).isEqualTo(headers));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=?base64?SGVsbG8?=", "=?base64?SGVs!!!bG8=?=", "é", "a\u0000b", "a\nb"})
    void refusesUnsoundParameterHeaders(String value) {
        refusesParams(Map.of("mcp-param-a", value));
    }

    @Test
    void boundsParameterHeaders() {
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i < 65; i++) {
            many.put("mcp-param-" + i, "x");
        }
        refusesParams(many);
        refusesParams(Map.of("mcp-param-a", "x".repeat(8_193)));
        refusesParams(Map.of(
                "mcp-param-a", "x".repeat(8_000), "mcp-param-b", "x".repeat(8_000), "mcp-param-c", "x".repeat(8_000)));
    }

    @Test
    void boundsTheNameHeader() {
        String name = "n".repeat(8_193);

        assertThat(refused(Resolving.modern("tools/call", "\"name\":\"" + name + "\""), "tools/call", name)
                        .grounds())
                .isEqualTo("name_encoding");
    }

    private static void refusesParams(Map<String, String> params) {
        Resolution resolution = EraResolver.resolve(
                new HeaderFacts(Versions.MODERN, "tools/call", "secret", null, params), Feeding.accepted(CALL), null);

        assertThat(resolution)
                .isInstanceOfSatisfying(
                        Resolution.Refused.class,
                        refused -> assertThat(refused.refusal())
                                .extracting(Refusal::status, Refusal::code, Refusal::grounds)
                                .containsExactly(400, JsonRpcCode.HEADER_MISMATCH, "param_headers"));
    }

    private static Refusal refused(String body, @Nullable String method, @Nullable String name) {
        return Resolving.refused(Resolving.headers(Versions.MODERN, method, name), body);
    }

    private static String encoded(String name) {
        return "=?base64?" + Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8)) + "?=";
    }
}
