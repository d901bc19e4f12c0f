package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.JsonRpcCode;
import dev.gatehouse.gateway.mcp.JsonRpcError;
import dev.gatehouse.gateway.mcp.Method;
import dev.gatehouse.gateway.mcp.RequestId;
import org.jspecify.annotations.Nullable;

/** What a caller hears of a thing that is not there for it: the same, to the byte, whether it exists or not. */
final class Hidden {

    private Hidden() {}

    static JsonRpcError error(Method method, Era era, @Nullable RequestId id, String name) {
        return switch (method.target()) {
            case NAME -> JsonRpcError.of(id, JsonRpcCode.INVALID_PARAMS, "Unknown " + noun(method) + ": " + name);
            case URI ->
                JsonRpcError.of(
                        id,
                        era == Era.LEGACY ? JsonRpcCode.RESOURCE_NOT_FOUND : JsonRpcCode.INVALID_PARAMS,
                        "Resource not found");
            case REF -> JsonRpcError.of(id, JsonRpcCode.INVALID_PARAMS, "Unknown reference");
            case LIST, LISTEN, SESSION -> JsonRpcError.of(id, JsonRpcCode.METHOD_NOT_FOUND, "Method not found");
        };
    }

    private static String noun(Method method) {
        return method == Method.PROMPTS_GET ? "prompt" : "tool";
    }
}
