package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.audit.AuditEvent.Verdict;
import dev.gatehouse.gateway.mcp.JsonRpcCode;
import dev.gatehouse.gateway.mcp.JsonRpcError;
import dev.gatehouse.gateway.mcp.LegacyCall;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.mcp.Message;
import dev.gatehouse.gateway.mcp.Method;
import dev.gatehouse.gateway.session.SessionState;
import dev.gatehouse.model.access.UpstreamServer;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What becomes of each message of the revisions up to 2025-11-25. */
final class LegacyDispatch {

    private final LegacyLifecycle lifecycle;
    private final LegacyTargets targets;
    private final Lists lists;
    private final UpstreamNotices notices;

    LegacyDispatch(LegacyLifecycle lifecycle, LegacyTargets targets, Lists lists, UpstreamNotices notices) {
        this.lifecycle = lifecycle;
        this.targets = targets;
        this.lists = lists;
        this.notices = notices;
    }

    void serve(McpExchange exchange, LegacyCall call, @Nullable SessionState session, byte[] body) {
        if (call.method() == Method.INITIALIZE) {
            lifecycle.initialize(exchange, call, body);
        } else if (session == null) {
            exchange.audit(Verdict.DENIED, "no session");
            Replies.json(
                    exchange.http(),
                    StatusCodes.BAD_REQUEST,
                    ByteBuffer.wrap(JsonRpcError.of(
                                    call.message().id(),
                                    JsonRpcCode.INVALID_REQUEST,
                                    "Mcp-Session-Id is required; send initialize first")
                            .body()));
        } else {
            inSession(exchange, call, session, body);
        }
    }

    private void inSession(McpExchange exchange, LegacyCall call, SessionState session, byte[] body) {
        Message message = call.message();
        switch (call.method()) {
            case TOOLS_CALL, PROMPTS_GET, RESOURCES_READ, RESOURCES_SUBSCRIBE, RESOURCES_UNSUBSCRIBE ->
                targets.serve(exchange, call, session, body);
            case COMPLETION_COMPLETE -> targets.serve(exchange, call, session, body);
            case TOOLS_LIST -> lists.legacy(exchange, ListKind.TOOLS, message, session, body);
            case PROMPTS_LIST -> lists.legacy(exchange, ListKind.PROMPTS, message, session, body);
            case RESOURCES_LIST -> lists.legacy(exchange, ListKind.RESOURCES, message, session, body);
            case RESOURCES_TEMPLATES_LIST -> lists.legacy(exchange, ListKind.TEMPLATES, message, session, body);
            case PING -> emptyResult(exchange, message);
            case LOGGING_SET_LEVEL -> {
                notices.level(exchange, session, body);
                emptyResult(exchange, message);
            }
            case NOTIFICATIONS_CANCELLED -> {
                notices.tell(exchange, session, body);
                accepted(exchange);
            }
            case NOTIFICATIONS_INITIALIZED -> initialized(exchange, session, body);
            // The gateway offers upstreams neither roots nor anything to report progress of.
            case NOTIFICATIONS_PROGRESS, NOTIFICATIONS_ROOTS_LIST_CHANGED -> accepted(exchange);
            case INITIALIZE, SERVER_DISCOVER, SUBSCRIPTIONS_LISTEN -> unknownMethod(exchange, message);
        }
    }

    /** On the aggregate the gateway has confirmed its upstream sessions itself. */
    private void initialized(McpExchange exchange, SessionState session, byte[] body) {
        switch (exchange.endpoint()) {
            case Endpoint.Aggregate _ -> accepted(exchange);
            case Endpoint.Single(UpstreamServer server) -> targets.pass(exchange, session, server, body);
        }
    }

    private static void emptyResult(McpExchange exchange, Message message) {
        exchange.audit(Verdict.ALLOWED, "session");
        String id = message.id() == null ? "null" : message.id().json();
        String answer = "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":{}}";
        Replies.json(exchange.http(), StatusCodes.OK, ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
    }

    private static void accepted(McpExchange exchange) {
        exchange.audit(Verdict.ALLOWED, "session");
        Replies.empty(exchange.http(), StatusCodes.ACCEPTED);
    }

    private static void unknownMethod(McpExchange exchange, Message message) {
        exchange.audit(Verdict.DENIED, "unknown method");
        var error = JsonRpcError.of(message.id(), JsonRpcCode.METHOD_NOT_FOUND, "Method not found");
        Replies.json(exchange.http(), StatusCodes.OK, ByteBuffer.wrap(error.body()));
    }
}
