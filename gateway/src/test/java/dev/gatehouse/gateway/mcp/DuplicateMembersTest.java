package dev.gatehouse.gateway.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Item 8 of the attack list: whichever of two equal members a reader takes, nobody gets to choose. */
class DuplicateMembersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'jsonrpc':'2.0','id':1,'method':'tools/list','method':'tools/call','params':{'name':'a'}}",
                "{'jsonrpc':'2.0','id':1,'method':'tools/list','params':{},'params':{'name':'a'}}",
                "{'jsonrpc':'2.0','id':1,'method':'ping','id':2}",
                "{'jsonrpc':'2.0','id':1,'method':'ping','jsonrpc':'2.0'}",
                "{'jsonrpc':'2.0','id':1,'method':'ping','\\u006dethod':'tools/call'}",
            })
    void refusesTwoOfAMemberOfTheMessage(String body) {
        refuses(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'name':'allowed','name':'secret'",
                "'name':'secret','arguments':{},'name':'allowed'",
                "'name':'same','name':'same'",
                "'name':'allowed','\\u006eame':'secret'",
                "'\\u006e\\u0061\\u006d\\u0065':'secret','name':'allowed'",
                "'name':'a','na\\u006De':'b'",
                "'uri':'a:1','uri':'a:2'",
                "'_meta':{},'_meta':{}",
                "'ref':{'type':'ref/prompt','name':'a'},'ref':{'type':'ref/prompt','name':'b'}",
                "'ref':{'type':'ref/prompt','name':'a','name':'b'}",
                "'ref':{'type':'ref/prompt','type':'ref/resource'}",
                "'_meta':{'io.modelcontextprotocol/protocolVersion':'a','io.modelcontextprotocol/protocolVersion':'b'}",
                "'_meta':{'io.modelcontextprotocol/protocolVersion':'a','io.modelcontextprotocol\\/protocolVersion':'b'}",
                "'notifications':{'resourceSubscriptions':[],'resourceSubscriptions':['a:1']}",
            })
    void refusesTwoOfAParameter(String params) {
        refuses(Feeding.call(params.replace('\'', '"')));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'a':1,'a':1}",
                "{'x':[{'y':{'a':1,'b':2,'a':3}}]}",
                "{'':1,'':2}",
                "{'\\u00e9':1,'é':2}",
                "{'\\ud83d\\ude00':1,'😀':2}",
                "{'\\/':1,'/':2}",
                "{'a':{'a':{}},'b':{},'a':0}",
                "[[{'eight888':1,'eight888':2}]]",
                "{'seventeen-letters':1,'b':2,'seventeen-letters':3}",
            })
    void refusesThemAtEveryDepth(String arguments) {
        refuses(Feeding.call("\"name\":\"x\",\"arguments\":" + arguments.replace('\'', '"')));
    }

    @Test
    void findsTheSecondAmongManyOthers() {
        StringBuilder members = new StringBuilder("\"first\":0");
        for (int i = 0; i < 50_000; i++) {
            members.append(",\"m").append(i).append("\":").append(i);
        }
        String arguments = "\"name\":\"x\",\"arguments\":{" + members;

        assertThat(scan(arguments + "}")).isInstanceOf(ScanResult.Scanned.class);
        assertThat(scan(arguments + ",\"first\":1}")).isInstanceOf(ScanResult.Refused.class);
        assertThat(scan(arguments + ",\"m33333\":1}")).isInstanceOf(ScanResult.Refused.class);
    }

    @Test
    void takesTheSameNameInDifferentObjects() {
        Feeding.accepted(
                Feeding.call(
                        "\"name\":\"x\",\"arguments\":{\"name\":{\"name\":1},\"a\":[{\"name\":1},{\"name\":2}],\"params\":{}}"));
    }

    @Test
    void takesNamesThatDifferInNormalisationOnlyAsDifferent() {
        Feeding.accepted(Feeding.call("\"name\":\"x\",\"arguments\":{\"\u00e9\":1,\"e\u0301\":2,\"E\u0301\":3}"));
    }

    private static ScanResult scan(String params) {
        byte[] body = Feeding.call(params).getBytes(StandardCharsets.UTF_8);
        return Feeding.whole(body, new MessageScanner(ScanLimits.DEFAULT));
    }

    private static void refuses(String body) {
        assertThat(Feeding.refused(body.replace('\'', '"')))
                .extracting(Refusal::status, Refusal::code, Refusal::grounds)
                .containsExactly(400, JsonRpcCode.INVALID_REQUEST, "duplicate_member");
    }
}
