package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.testing.Json;
import dev.gatehouse.gateway.testing.LegacyClient;
import dev.gatehouse.gateway.testing.RawRequest;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.Scene;
import dev.gatehouse.gateway.testing.Side;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** B14: a call has a proper id, and nothing that has none is ever run as one. */
class B14IdsAndKindsIT {

    private static final Scene SCENE = Scene.open();

    @AfterAll
    static void close() throws IOException {
        SCENE.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badIds")
    void aCallWithAnImproperIdIsRefused(String id) {
        for (Side side : Side.values()) {
            SCENE.refused(withId(SCENE.allowedCall(side), id), 400);
        }
    }

    static Stream<String> badIds() {
        return Stream.of(
                "null",
                "1.5",
                "1.0",
                "1e2",
                "1e400",
                "{}",
                "[1]",
                "true",
                "9007199254740993",
                "-9007199254740993",
                "123456789012345678901234567890",
                "\"" + "x".repeat(5000) + "\"",
                "\"\\ud800\"");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"0", "-7", "9007199254740991", "\"\"", "\"a b\\u00e9\\n\\\"\"", "\"00000000-0000\""})
    void aProperIdComesBackAsTheSameValue(String id) {
        for (Side side : Side.values()) {
            RawResponse response = SCENE.raw().send(withId(SCENE.allowedCall(side), id));

            assertThat(response.status()).as(response.visible()).isEqualTo(200);
            assertThat(response.answer().get("id")).isEqualTo(Json.parse(id));
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Side.class)
    void aCallWithoutAnIdDoesNotRunUnseen(Side side) {
        RawRequest call = SCENE.allowedCall(side);
        RawResponse response = SCENE.refused(call.body(call.rawBody().replaceFirst("\"id\":\\d+,", "")));

        assertThat(response.status()).isIn(202, 400);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{'jsonrpc': '2.0', 'id': 1, 'result': {'canary-4711': 1}}",
                "{'jsonrpc': '2.0', 'id': 'canary-4711', 'result': {}}",
                "{'jsonrpc': '2.0', 'id': 1, 'error': {'code': 1, 'message': 'canary-4711'}}",
                "{'jsonrpc': '2.0', 'id': null, 'error': {'code': 1, 'message': 'canary-4711'}}",
                "{'jsonrpc': '2.0', 'id': 1, 'method': 'tools/call', 'result': {}, 'params': {'name': 'canary-4711'}}",
                "{'jsonrpc': '2.0', 'id': 1, 'result': {'canary-4711': 1}, 'error': {}}"
            })
    void aResponseThatNobodyAskedForGoesNowhere(String message) {
        String body = Json.quoted(message).toString();
        for (Side side : Side.values()) {
            RawResponse response = SCENE.refused(SCENE.allowedCall(side).body(body));
            assertThat(response.status()).isIn(202, 400);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"", "'jsonrpc': '1.0',", "'jsonrpc': 2.0,", "'jsonrpc': '2.00',", "'jsonrpc': null,"})
    void anyOtherVersionOfJsonRpcIsRefused(String member) {
        for (Side side : Side.values()) {
            RawRequest call = SCENE.allowedCall(side);
            SCENE.refused(call.body(call.rawBody().replace("\"jsonrpc\":\"2.0\",", member.replace('\'', '"'))), 400);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"1", "null", "true", "['tools/call']", "{}", "''"})
    void aMethodThatIsNoNameIsRefused(String method) {
        for (Side side : Side.values()) {
            RawRequest call = SCENE.allowedCall(side);
            RawResponse response =
                    SCENE.refused(call.body(call.rawBody().replace("\"tools/call\"", method.replace('\'', '"'))));
            assertThat(response.status()).isIn(200, 400, 404);
            assertThat(response.answer().has("error")).isTrue();
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"1", "null", "true", "['open']", "{'open': 1}"})
    void aNameThatIsNoTextIsRefused(String name) {
        for (Side side : Side.values()) {
            RawRequest call = SCENE.allowedCall(side);
            RawResponse response = SCENE.refused(
                    call.body(call.rawBody().replace("\"" + side.wireName("open") + "\"", name.replace('\'', '"'))));
            assertThat(response.errorCode()).isIn(-32602, -32600, -32020);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "notifications/tools/list_changed",
                "notifications/message",
                "notifications/vendor",
                "notifications/resources/updated",
                "tools/list"
            })
    void aNotificationThatClientsMayNotSendReachesNobody(String method) {
        LegacyClient session = SCENE.legacy("/mcp", "alice");
        RawRequest notification = session.post(
                "{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"params\":{\"canary\":\"" + Scene.CANARY + "\"}}");

        assertThat(SCENE.refused(notification).status()).isIn(202, 400);
    }

    private static RawRequest withId(RawRequest call, String id) {
        return call.body(call.rawBody().replaceFirst("\"id\":\\d+", "\"id\":" + id.replace("\\", "\\\\")));
    }
}
