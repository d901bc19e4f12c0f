package dev.gatehouse.gateway.mcp;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An error answer, ready to be written.
 *
 * @param id of the request it answers; null where that could not be told, which the wire writes as {@code null}
 * @param dataJson the error's {@code data} as JSON text
 */
public record JsonRpcError(
        @Nullable RequestId id,
        int code,
        String message,
        @Nullable String dataJson) {

    public static JsonRpcError of(Refusal refusal) {
        return new JsonRpcError(refusal.id(), refusal.code(), refusal.message(), refusal.dataJson());
    }

    public static JsonRpcError of(@Nullable RequestId id, int code, String message) {
        return new JsonRpcError(id, code, message, null);
    }

    public String json() {
        StringBuilder out = new StringBuilder(128 + message.length()).append("{\"jsonrpc\":\"2.0\",\"id\":");
        out.append(id == null ? "null" : id.json());
        out.append(",\"error\":{\"code\":").append(code).append(",\"message\":").append(JsonText.quote(message));
        if (dataJson != null) {
            out.append(",\"data\":").append(dataJson);
        }
        return out.append("}}").toString();
    }

    public byte[] body() {
        return json().getBytes(StandardCharsets.UTF_8);
    }
}
