package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.audit.AuditEvent.Verdict;
import dev.gatehouse.gateway.catalogue.AggregateDiscover;
import dev.gatehouse.gateway.catalogue.EraClaim;
import dev.gatehouse.gateway.catalogue.ServerDiscover;
import dev.gatehouse.gateway.mcp.JsonRpcCode;
import dev.gatehouse.gateway.mcp.JsonRpcError;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.mcp.Message;
import dev.gatehouse.gateway.mcp.ModernCall;
import dev.gatehouse.gateway.mcp.RawJson;
import dev.gatehouse.gateway.upstream.UpstreamAnswer;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.model.access.UpstreamServer;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;

/** What becomes of each message of 2026-07-28. */
final class ModernDispatch {

    private final ModernEras eras;
    private final ModernTargets targets;
    private final Lists lists;
    private final Listening listening;
    private final AggregateDiscover aggregate;
    private final ServerDiscover single;
    private final RareWork rare;

    ModernDispatch(
            ModernEras eras,
            ModernTargets targets,
            Lists lists,
            Listening listening,
            AggregateDiscover aggregate,
            ServerDiscover single,
            RareWork rare) {
        this.eras = eras;
        this.targets = targets;
        this.lists = lists;
        this.listening = listening;
        this.aggregate = aggregate;
        this.single = single;
        this.rare = rare;
    }

    void serve(McpExchange exchange, ModernCall call, byte[] body) {
        switch (exchange.endpoint()) {
            case Endpoint.Aggregate _ -> eras.requireAny(exchange, call.message(), () -> route(exchange, call, body));
            case Endpoint.Single(var server) ->
                eras.require(exchange, call.message(), server, () -> route(exchange, call, body));
        }
    }

    private void route(McpExchange exchange, ModernCall call, byte[] body) {
        switch (call.method()) {
            case TOOLS_CALL, PROMPTS_GET, RESOURCES_READ, COMPLETION_COMPLETE -> targets.serve(exchange, call, body);
            case TOOLS_LIST -> lists.modern(exchange, ListKind.TOOLS, call, body);
            case PROMPTS_LIST -> lists.modern(exchange, ListKind.PROMPTS, call, body);
            case RESOURCES_LIST -> lists.modern(exchange, ListKind.RESOURCES, call, body);
            case RESOURCES_TEMPLATES_LIST -> lists.modern(exchange, ListKind.TEMPLATES, call, body);
            case SERVER_DISCOVER -> discover(exchange, call.message());
            case SUBSCRIPTIONS_LISTEN -> listening.open(exchange, call, body);
            case INITIALIZE,
                    PING,
                    RESOURCES_SUBSCRIBE,
                    RESOURCES_UNSUBSCRIBE,
                    LOGGING_SET_LEVEL,
                    NOTIFICATIONS_INITIALIZED,
                    NOTIFICATIONS_CANCELLED,
                    NOTIFICATIONS_PROGRESS,
                    NOTIFICATIONS_ROOTS_LIST_CHANGED -> unknownMethod(exchange, call.message());
        }
    }

    private void discover(McpExchange exchange, Message message) {
        switch (exchange.endpoint()) {
            case Endpoint.Aggregate _ ->
                rare.run(
                        exchange,
                        message.id(),
                        () -> aggregate.result(exchange.snapshot().servers(), exchange.grants()),
                        result -> {
                            switch (result) {
                                case AggregateDiscover.Result.Discovered(RawJson view) ->
                                    discovered(exchange, message, view);
                                case AggregateDiscover.Result.Refused(EraClaim claim) ->
                                    ModernEras.refuse(exchange, message, claim.versions());
                            }
                        });
            case Endpoint.Single(UpstreamServer server) ->
                rare.run(exchange, message.id(), () -> single.result(server), answer -> {
                    switch (answer) {
                        case UpstreamAnswer.Answered answered ->
                            discovered(
                                    exchange,
                                    message,
                                    RawJson.of(answered.result().toString()));
                        case UpstreamFailure failure -> Unavailable.answer(exchange, message.id(), failure.reason());
                    }
                });
        }
    }

    private static void discovered(McpExchange exchange, Message message, RawJson result) {
        exchange.audit(Verdict.FILTERED, "own view");
        Replies.json(exchange.http(), StatusCodes.OK, Results.of(message.id(), result));
    }

    private static void unknownMethod(McpExchange exchange, Message message) {
        exchange.audit(Verdict.DENIED, "unknown method");
        var error = JsonRpcError.of(message.id(), JsonRpcCode.METHOD_NOT_FOUND, "Method not found");
        Replies.json(exchange.http(), StatusCodes.NOT_FOUND, ByteBuffer.wrap(error.body()));
    }
}
