package dev.gatehouse.gateway.dialect;

import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.JsonRpcCode;
import dev.gatehouse.gateway.mcp.JsonRpcError;
import dev.gatehouse.gateway.mcp.Message;
import dev.gatehouse.gateway.mcp.RawJson;
import dev.gatehouse.gateway.mcp.RequestId;
import dev.gatehouse.gateway.mcp.UnsupportedVersion;
import dev.gatehouse.gateway.mcp.Versions;
import dev.gatehouse.gateway.plan.Operation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of one era towards callers. Stateless. */
public sealed interface Dialect permits Legacy, Modern {

    /** On these grounds a thing is not there for the caller. */
    Set<Grounds> HIDING = Set.of(
            Grounds.NOT_GRANTED,
            Grounds.EXCEPTED,
            Grounds.AMBIGUOUS_URI,
            Grounds.UNKNOWN_SERVER,
            Grounds.UNKNOWN_NAME,
            Grounds.NO_OWNER,
            Grounds.SERVER_OF_OTHER_ERA,
            Grounds.RIGHT_REVOKED);

    String ONLY_MODERN = "What is here speaks only " + Versions.MODERN
            + ", which has no initialize: use a client of that revision, or let it choose the revision itself";

    Era era();

    /** The code for a resource that is not there. */
    int resourceNotFound();

    /** The status of an answer that there is no such method. */
    int unknownMethodStatus();

    /**
     * A refusal. What is hidden and what does not exist sound alike, to the byte.
     *
     * @param asked the name that the caller used
     */
    default Reply refusal(Grounds grounds, Operation operation, @Nullable RequestId id, String asked) {
        if (operation instanceof Operation.Targeted targeted && HIDING.contains(grounds)) {
            return Reply.json(200, hidden(targeted, id, asked).body());
        }
        Reply reply = Words.of(grounds).reply(id);
        return grounds == Grounds.UNKNOWN_METHOD ? new Reply(unknownMethodStatus(), Map.of(), reply.json()) : reply;
    }

    private JsonRpcError hidden(Operation.Targeted operation, @Nullable RequestId id, String asked) {
        return switch (operation) {
            case Operation.CallTool _ -> JsonRpcError.of(id, JsonRpcCode.INVALID_PARAMS, "Unknown tool: " + asked);
            case Operation.GetPrompt _ -> JsonRpcError.of(id, JsonRpcCode.INVALID_PARAMS, "Unknown prompt: " + asked);
            case Operation.ReadResource _, Operation.Subscribe _, Operation.Unsubscribe _ ->
                JsonRpcError.of(id, resourceNotFound(), "Resource not found");
            case Operation.CompletePrompt _, Operation.CompleteTemplate _ ->
                JsonRpcError.of(id, JsonRpcCode.INVALID_PARAMS, "Unknown reference");
        };
    }

    /** The other era is the one to come in. */
    default Reply otherEra(@Nullable RequestId id, List<String> versions) {
        return Reply.json(
                UnsupportedVersion.STATUS,
                UnsupportedVersion.ofModern(versions).to(id).body());
    }

    /** A legacy beginning where only the modern era is spoken. */
    default Reply noInitialize(@Nullable RequestId id, List<String> versions, String requested) {
        var refusal = new UnsupportedVersion(ONLY_MODERN, versions, requested);
        return Reply.json(UnsupportedVersion.STATUS, refusal.to(id).body());
    }

    /** Allowed, but the server gives no answer. Neither address nor cause leaves the gateway. */
    default Reply unavailable(@Nullable RequestId id) {
        return Reply.json(200, unavailableError(id).body());
    }

    default JsonRpcError unavailableError(@Nullable RequestId id) {
        return JsonRpcError.of(id, JsonRpcCode.INTERNAL_ERROR, "The server is unavailable");
    }

    /** It has come, and there is nothing to say. */
    default Reply acknowledgement(Message message) {
        return message.kind() == Message.Kind.NOTIFICATION ? Reply.empty(202) : result(message.id(), RawJson.of("{}"));
    }

    default Reply result(@Nullable RequestId id, RawJson result) {
        return Reply.json(200, Results.of(id, result));
    }

    /** The same as an event of a stream. */
    static ByteBuffer event(String json) {
        return ByteBuffer.wrap(("event: message\ndata: " + json + "\n\n").getBytes(StandardCharsets.UTF_8));
    }
}
