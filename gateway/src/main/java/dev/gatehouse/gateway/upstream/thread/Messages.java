package dev.gatehouse.gateway.upstream.thread;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.mcp.BoundedJson;
import dev.gatehouse.gateway.upstream.FailureCause;
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

    /** Reads the answer to our request. */
    static UpstreamAnswer answer(ObjectNode message, long id) {
        UpstreamFailure.RpcError error = error(message);
        UpstreamAnswer answer = null;
        if (error != null) {
            answer = message.has("result") ? null : error;
        } else if (message.get("result") instanceof ObjectNode result) {
            answer = new UpstreamAnswer.Answered(result);
        }
        if (answer == null || message.has("method")) {
            return UpstreamFailure.of(FailureCause.NOT_MCP);
        }
        boolean isOurs = hasId(message, id) || (error != null && !message.hasNonNull("id"));
        return isOurs ? answer : UpstreamFailure.of(FailureCause.WRONG_ID);
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
