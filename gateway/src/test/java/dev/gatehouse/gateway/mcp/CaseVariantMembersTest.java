package dev.gatehouse.gateway.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Item 9 of the attack list: a name that some reader takes for a known one is refused where known ones are read. */
class CaseVariantMembersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Name",
                "NAME",
                "namE",
                "\\u004eame",
                "name ",
                " name",
                "na me",
                "name\\u0000",
                "name\\t",
                "na\u200bme",
                "name\ufeff",
                "na\u00adme",
                "ｎame",
                "ＮＡＭＥ",
                "namé",
                "name\ufe0f",
                "name\u3164",
                "uRi",
                "urı",
                "argumentſ",
                "progressTo\u212aen",
                "taſk",
                "_Meta",
                "＿meta",
                "Arguments",
                "cursoR",
                "REF",
                "Notifications",
                "requestID",
                "protocolversion",
                "InputResponses",
            })
    void isRefusedInTheParameters(String name) {
        refuses(Feeding.call("\"name\":\"allowed\",\"" + name + "\":\"secret\""));
        refuses(Feeding.call("\"" + name + "\":\"secret\",\"name\":\"allowed\""));
        refuses(Feeding.call("\"" + name + "\":{}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"METHOD", "Method", "Params", "PARAMS", "paramſ", "ID", "Id", "iD", "JsonRpc", "ｉｄ", "reſult"})
    void isRefusedInTheMessage(String name) {
        refuses("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"" + name + "\":\"x\"}");
        refuses("{\"" + name + "\":\"x\",\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IO.modelcontextprotocol/protocolVersion",
                "io.modelcontextprotocol/ProtocolVersion",
                "io.modelcontextprotocol\\/protocolversion",
                "io.modelcontextprotocol/clientcapabilities",
                "io.modelcontextprotocol／protocolVersion",
                "progresstoken",
                "progre\u017fsToken",
                "TraceParent",
            })
    void isRefusedInTheMetadata(String name) {
        refuses(Feeding.call("\"_meta\":{\"" + name + "\":\"x\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Type", "NAME", "uRI", "ｔype"})
    void isRefusedInAReference(String name) {
        refuses(Feeding.call("\"ref\":{\"type\":\"ref/prompt\",\"" + name + "\":\"x\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"resourcesubscriptions", "ResourceSubscriptions", "reſourceSubscriptions", "toolsListchanged"})
    void isRefusedInAListenFilter(String name) {
        refuses(Feeding.call("\"notifications\":{\"" + name + "\":[]}"));
    }

    @Test
    void isNobodysBusinessElsewhere() {
        Feeding.accepted(Feeding.call("\"name\":\"x\",\"arguments\":{\"name\":1,\"Name\":2,\"NAME\":3,\"ｎame\":4}"));
        Feeding.accepted(Feeding.call("\"name\":\"x\",\"_meta\":{\"vendor/Name\":1,\"Name\":2}"));
    }

    @Test
    void doesNotCatchNamesThatAreSimplyUnknown() {
        Feeding.accepted(Feeding.call(
                "\"name\":\"x\",\"names\":1,\"nam\":2,\"имя\":3,\"_\":4,\"\":5,\"" + "é".repeat(400) + "\":6"));
    }

    @Test
    void refusesMembersThatJsonRpcDoesNotKnow() {
        assertThat(Feeding.refused("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"extra\":1}"))
                .extracting(Refusal::code, Refusal::grounds)
                .containsExactly(JsonRpcCode.INVALID_REQUEST, "unknown_member");
    }

    private static void refuses(String body) {
        assertThat(Feeding.refused(body))
                .extracting(Refusal::status, Refusal::code, Refusal::grounds)
                .containsExactly(400, JsonRpcCode.INVALID_REQUEST, "case_variant");
    }
}
