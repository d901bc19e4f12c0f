package dev.gatehouse.gateway.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Items 10 and 11 of the attack list: one object, nothing before it, nothing after it, nothing but JSON in it. */
class FramingTest {

    private static final String CALL = Feeding.call("\"name\":\"x\",\"arguments\":{\"a\":[1,-2.5e+3,true,null]}");

    @Test
    void refusesBatches() {
        String response = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}";
        for (String batch : new String[] {
            "[]",
            "[" + CALL + "]",
            "[" + CALL + "," + CALL + "]",
            "[[" + CALL + "]]",
            "[" + response + "," + CALL + "]",
            " \r\n\t[" + CALL + "]",
            "["
        }) {
            assertThat(Feeding.refused(batch))
                    .extracting(Refusal::status, Refusal::code, Refusal::grounds)
                    .containsExactly(400, JsonRpcCode.INVALID_REQUEST, "batch");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "1", "-1", "true", "false", "null"})
    void refusesWhatIsNoObject(String body) {
        assertThat(Feeding.refused(body).grounds()).isEqualTo("not_an_object");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "x", "\u0000", "/", "// c", "/* c */", ",", "}", "]", "1", "\u001a", "\u00a0", "\u2028"})
    void refusesWhateverFollows(String tail) {
        assertThat(Feeding.refused(CALL + tail).code()).isEqualTo(JsonRpcCode.PARSE_ERROR);
        assertThat(Feeding.refused(CALL + "\n " + tail).code()).isEqualTo(JsonRpcCode.PARSE_ERROR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\u0000", "//c\n", "/**/", ",", "\u00a0", "\u000b", "\u000c", ")]}',\n", "\u001e"})
    void refusesWhateverComesBefore(String head) {
        assertThat(Feeding.refused(head + CALL).code()).isEqualTo(JsonRpcCode.PARSE_ERROR);
    }

    @Test
    void takesWhitespaceAround() {
        Feeding.accepted(" \t\r\n" + CALL + "\r\n\t ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "Infinity",
                "-Infinity",
                "undefined",
                "True",
                "nul",
                "nulll",
                "truefalse",
                "'x'",
                "x",
                "{a:1}",
                "{'a':1}",
                "{\"a\":1,}",
                "{,}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\" 1}",
                "{\"a\"::1}",
                "{\"a\":1 \"b\":2}",
                "{1:2}",
                "[1,]",
                "[,1]",
                "[1 2]",
                "[1}",
                "{]",
                "[1,,2]",
                "/*c*/1",
                "1//c",
                "\"\\x41\"",
                "\"\\u00g0\"",
                "\"\\u+041\"",
                "\"\\'\"",
                "\"\\\n\"",
                "\"a\nb\"",
                "\"\u0000\"",
                "\"\u001f\"",
                "",
            })
    void refusesWhatIsNoJson(String value) {
        assertThat(Feeding.refused(Feeding.call("\"name\":\"x\",\"arguments\":" + value))
                        .code())
                .isEqualTo(JsonRpcCode.PARSE_ERROR);
    }

    @Test
    void refusesEveryBeginningOfAMessage() {
        byte[] body = CALL.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < body.length; length++) {
            assertThat(Feeding.refused(Arrays.copyOf(body, length)).grounds())
                    .as(CALL.substring(0, length))
                    .isEqualTo("truncated");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":1,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.00\",\"id\":1,\"method\":\"ping\"}",
                "{\"jsonrpc\":2.0,\"id\":1,\"method\":\"ping\"}",
                "{\"jsonrpc\":null,\"id\":1,\"method\":\"ping\"}",
            })
    void refusesOtherVersionsOfJsonRpcAndAnswersTheirId(String body) {
        assertThat(Feeding.refused(body))
                .extracting(Refusal::code, Refusal::grounds, Refusal::id)
                .containsExactly(JsonRpcCode.INVALID_REQUEST, "bad_version", new RequestId("1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"jsonrpc\":\"2.0\",\"id\":1}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{},\"error\":{}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"result\":{}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"error\":{}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"params\":{},\"result\":{}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":[]}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":7}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":null}",
                "{}",
            })
    void refusesWhatIsNeitherRequestNorResponse(String body) {
        assertThat(Feeding.refused(body).code()).isEqualTo(JsonRpcCode.INVALID_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"name\":7",
                "\"name\":null",
                "\"name\":[\"x\"]",
                "\"name\":{\"name\":\"x\"}",
                "\"uri\":true",
                "\"cursor\":1",
                "\"_meta\":[]",
                "\"_meta\":\"x\"",
                "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":7}",
                "\"_meta\":{\"io.modelcontextprotocol/clientCapabilities\":[]}",
                "\"_meta\":{\"progressToken\":1.5}",
                "\"ref\":\"x\"",
                "\"ref\":{\"name\":[]}",
                "\"notifications\":[]",
                "\"notifications\":{\"toolsListChanged\":1}",
                "\"notifications\":{\"resourceSubscriptions\":{}}",
                "\"notifications\":{\"resourceSubscriptions\":[\"a:1\",2]}",
                "\"notifications\":{\"resourceSubscriptions\":[[\"a:1\"]]}",
            })
    void refusesParametersOfAWrongTypeAndAnswersTheirId(String params) {
        assertThat(Feeding.refused(Feeding.call(params)))
                .extracting(Refusal::code, Refusal::id)
                .containsExactly(JsonRpcCode.INVALID_PARAMS, new RequestId("1"));
    }

    @Test
    void refusesParametersByPosition() {
        assertThat(Feeding.refused("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"m\",\"params\":[\"x\"]}")
                        .code())
                .isEqualTo(JsonRpcCode.INVALID_PARAMS);
    }
}
