package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatehouse.gateway.testing.RawRequest;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.Scene;
import dev.gatehouse.gateway.testing.Side;
import java.io.IOException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** B10: no batches, whatever version is claimed and however they are dressed up. */
class B10ArraysIT {

    private static final Scene SCENE = Scene.open();

    @AfterAll
    static void close() throws IOException {
        SCENE.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("arrays")
    void isRefusedUnderEveryVersion(String name, UnaryOperator<String> dressUp) {
        for (Side side : Side.values()) {
            for (String version : new String[] {"2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25", "2026-07-28"}) {
                RawRequest array = SCENE.spoiltCall(side, dressUp).replacing("MCP-Protocol-Version", version);
                RawResponse response = SCENE.refused(array, 400);
                assertThat(response.errorCode()).isIn(-32600, -32700, -32020, -32022);
            }
            SCENE.refused(SCENE.spoiltCall(side, dressUp).without("MCP-Protocol-Version"), 400);
            SCENE.refused(SCENE.spoiltCall(side, dressUp).without("Mcp-Session-Id"), 400);
        }
    }

    static Stream<Arguments> arrays() {
        String response = "{\"jsonrpc\":\"2.0\",\"id\":5,\"result\":{}}";
        String initialize = "{\"jsonrpc\":\"2.0\",\"id\":6,\"method\":\"initialize\",\"params\":{}}";
        return Stream.of(
                arguments("an empty array", edit(call -> "[]")),
                arguments("one call", edit(call -> "[" + call + "]")),
                arguments("two calls", edit(call -> "[" + call + "," + call + "]")),
                arguments("nested arrays", edit(call -> "[[" + call + "]]")),
                arguments("a response and a call", edit(call -> "[" + response + "," + call + "]")),
                arguments("initialize and a call", edit(call -> "[" + initialize + "," + call + "]")),
                arguments("whitespace before the array", edit(call -> " \r\n\t[" + call + "]")),
                arguments("a byte order mark before the array", edit(call -> "\ufeff[" + call + "]")),
                arguments("params as an array", edit(call -> call.replace("\"params\":{", "\"params\":[{") + "]}")),
                arguments("a string", edit(call -> "\"" + Scene.CANARY + "\"")),
                arguments("null", edit(call -> "null")));
    }

    private static UnaryOperator<String> edit(UnaryOperator<String> edit) {
        return edit;
    }
}
