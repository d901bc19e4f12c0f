package dev.gatehouse.gateway.upstream.thread;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.mcp.BoundedJson;
import dev.gatehouse.gateway.upstream.UpstreamAnswer;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import org.jspecify.annotations.Nullable;

/** JSON-RPC messages as the rare client writes and reads them. */
final class Messages {

    /** The longest error message that is kept of an upstream's, in characters. */
    private static final int MAX_ERROR_MESSAGE = 512;

    private Messages() {}

    static byte[] request(long id, String method, ObjectNode params) {
        return bytes(head().put("id", id).put("method", method).set("params", params));
    }

    static byte[] notification(String method) {
        return bytes(head().put("method", method));
    }

    static boolean hasId(ObjectNode message, long id) {
        JsonNode found = message.path("id");
        return found.isIntegralNumber() && found.canConvertToLong() && found.longValue() == id;
    }

    /** Reads the answer to our request; null when the message is none. */
    static @Nullable UpstreamAnswer answer(ObjectNode message, long id) {
        UpstreamFailure.RpcError error = error(message);
        boolean isOurs = hasId(message, id)
                || (error != null && message.path("id").isNull())
                || (error != null && !message.has("id"));
        if (!isOurs || message.has("method") || (error != null && message.has("result"))) {
            return null;
        }
        return error == null && message.get("result") instanceof ObjectNode result
                ? new UpstreamAnswer.Answered(result)
                : error;
    }

    private static UpstreamFailure.@Nullable RpcError error(ObjectNode message) {
        JsonNode error = message.path("error");
        JsonNode code = error.path("code");
        if (!code.isIntegralNumber() || !code.canConvertToInt()) {
            return null;
        }
        String text = error.path("message").asText("");
        return new UpstreamFailure.RpcError(
                code.intValue(), text.substring(0, Math.min(text.length(), MAX_ERROR_MESSAGE)));
    }

    private static ObjectNode head() {
        return BoundedJson.newObject().put("jsonrpc", "2.0");
    }

    private static byte[] bytes(JsonNode message) {
        return BoundedJson.write(message).shared();
    }
}
