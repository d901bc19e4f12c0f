package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.testing.RawRequest;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.Scene;
import dev.gatehouse.gateway.testing.Side;
import java.io.IOException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** B8: a message that two readers could read differently is no message. */
class B8DuplicateMembersIT {

    private static final Scene SCENE = Scene.open();

    @AfterAll
    static void close() throws IOException {
        SCENE.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("callsWithDuplicates")
    void isRefusedInBothEras(Spoil spoil) {
        for (Side side : Side.values()) {
            RawResponse response = SCENE.refused(SCENE.spoiltCall(side, spoil.edit()), 400);

            assertThat(response.errorCode()).as(side.name()).isIn(-32600, -32700, -32602);
        }
    }

    static Stream<Spoil> callsWithDuplicates() {
        return Stream.of(
                Spoil.first("method first", "\"method\":\"ping\""),
                Spoil.last("method last", "\"method\":\"ping\""),
                Spoil.last("the same method again", "\"method\":\"tools/call\""),
                Spoil.first("params first", "\"params\":{\"name\":\"closed\"}"),
                Spoil.last("params last", "\"params\":{\"name\":\"closed\"}"),
                Spoil.first("id first", "\"id\":99"),
                Spoil.last("id last", "\"id\":99"),
                Spoil.last("jsonrpc last", "\"jsonrpc\":\"2.0\""),
                Spoil.last("method in escapes", "\"\\u006dethod\":\"ping\""),
                Spoil.last("params in escapes", "\"par\\u0061ms\":{}"),
                Spoil.inParams("name first", "\"name\":\"closed\""),
                Spoil.replace("name last", "\"arguments\"", "\"name\":\"closed\",\"arguments\""),
                Spoil.inParams("name in escapes first", "\"n\\u0061me\":\"closed\""),
                Spoil.replace("name in escapes last", "\"arguments\"", "\"\\u006eame\":\"closed\",\"arguments\""),
                Spoil.inParams("arguments first", "\"arguments\":{}"),
                Spoil.inParams("_meta twice", "\"_meta\":{},\"_meta\":{}"),
                Spoil.replace("inside the arguments", "{\"canary\"", "{\"canary\":1,\"canary\""),
                Spoil.replace(
                        "deep inside the arguments", "{\"canary\"", "{\"a\":[{\"b\":{\"c\":1,\"c\":2}}],\"canary\""),
                Spoil.replace("the empty name", "{\"canary\"", "{\"\":1,\"\":2,\"canary\""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("metaWithDuplicates")
    void isRefusedInsideModernMeta(Spoil spoil) {
        SCENE.refused(SCENE.spoiltCall(Side.MODERN, spoil.edit()), 400);
    }

    static Stream<Spoil> metaWithDuplicates() {
        String version = "\"io.modelcontextprotocol/protocolVersion\":";
        return Stream.of(
                Spoil.inParams("an empty _meta first", "\"_meta\":{}"),
                Spoil.replace("an older version first", "\"_meta\":{", "\"_meta\":{" + version + "\"2025-11-25\","),
                Spoil.replace("the same version again", "\"_meta\":{", "\"_meta\":{" + version + "\"2026-07-28\","),
                Spoil.replace(
                        "the version in escapes",
                        "\"_meta\":{",
                        "\"_meta\":{\"io.modelcontextprotocol\\/protocolVersion\":\"2026-07-28\","),
                Spoil.replace(
                        "client capabilities twice",
                        "\"_meta\":{",
                        "\"_meta\":{\"io.modelcontextprotocol/clientCapabilities\":{\"sampling\":{}},"),
                Spoil.replace(
                        "a progress token twice",
                        "\"_meta\":{",
                        "\"_meta\":{\"progressToken\":1,\"progressToken\":2,"));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Side.class)
    void isRefusedForEveryKindOfTarget(Side side) {
        String open = side.uri("open/1");
        String canary = "'canary': '" + Scene.CANARY + "'";
        refused(
                SCENE.request(side, "prompts/get", "{'name': '" + side.wireName("hello") + "', " + canary + "}"),
                "\"params\":{",
                "\"params\":{\"name\":\"hidden-prompt\",");
        refused(
                SCENE.request(side, "resources/read", "{'uri': '" + open + "', " + canary + "}"),
                "\"params\":{",
                "\"params\":{\"uri\":\"" + side.uri("closed/1") + "\",");
        RawRequest completion = SCENE.request(
                side,
                "completion/complete",
                "{'ref': {'type': 'ref/prompt', 'name': '" + side.wireName("hello")
                        + "'}, 'argument': {'name': 'a', 'value': '" + Scene.CANARY + "'}}");
        refused(completion, "\"ref\":{", "\"ref\":{\"name\":\"hidden-prompt\",");
        refused(completion, "\"ref\":{", "\"ref\":{\"type\":\"ref/prompt\",\"name\":\"x\"},\"ref\":{");
    }

    private static void refused(RawRequest request, String what, String by) {
        UnaryOperator<String> edit = Spoil.replace("", what, by).edit();
        SCENE.refused(request.body(edit.apply(request.rawBody())), 400);
    }
}
