package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.audit.AuditEvent.Verdict;
import dev.gatehouse.gateway.catalogue.AggregateLists;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.JsonRpcCode;
import dev.gatehouse.gateway.mcp.JsonRpcError;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.mcp.Message;
import dev.gatehouse.gateway.mcp.ModernCall;
import dev.gatehouse.gateway.mcp.RawJson;
import dev.gatehouse.gateway.mcp.SplicedBody;
import dev.gatehouse.gateway.mcp.Text;
import dev.gatehouse.gateway.session.CursorSealer;
import dev.gatehouse.gateway.session.SessionState;
import dev.gatehouse.gateway.session.UpstreamSession;
import dev.gatehouse.gateway.upstream.lane.CallHead;
import dev.gatehouse.gateway.upstream.session.UpstreamSessions;
import dev.gatehouse.model.access.UpstreamServer;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Serves lists. On the aggregate they come from the catalogues, already narrowed to the caller's rights; from a single
 * server page by page, each filtered as it passes.
 */
final class Lists {

    private final AggregateLists aggregate;
    private final UpstreamSessions sessions;
    private final CursorSealer cursors;
    private final Forwarding forwarding;
    private final RareWork rare;
    private final Clock clock;

    Lists(
            AggregateLists aggregate,
            UpstreamSessions sessions,
            CursorSealer cursors,
            Forwarding forwarding,
            RareWork rare,
            Clock clock) {
        this.aggregate = aggregate;
        this.sessions = sessions;
        this.cursors = cursors;
        this.forwarding = forwarding;
        this.rare = rare;
        this.clock = clock;
    }

    void legacy(McpExchange exchange, ListKind kind, Message message, SessionState session, byte[] body) {
        switch (exchange.endpoint()) {
            case Endpoint.Aggregate _ -> aggregated(exchange, kind, message, Era.LEGACY);
            case Endpoint.Single(UpstreamServer server) -> {
                UpstreamSession upstream = sessions.find(session, server.id());
                if (upstream == null) {
                    exchange.audit(Verdict.DENIED, "no upstream session");
                    Replies.empty(exchange.http(), StatusCodes.NOT_FOUND);
                } else {
                    page(exchange, kind, message, server, LegacyHeads.post(upstream), body, Era.LEGACY);
                }
            }
        }
    }

    void modern(McpExchange exchange, ListKind kind, ModernCall call, byte[] body) {
        switch (exchange.endpoint()) {
            case Endpoint.Aggregate _ -> aggregated(exchange, kind, call.message(), Era.MODERN);
            case Endpoint.Single(UpstreamServer server) ->
                page(exchange, kind, call.message(), server, ModernHeads.post(call, null), body, Era.MODERN);
        }
    }

    private void aggregated(McpExchange exchange, ListKind kind, Message message, Era era) {
        if (message.params().cursor() != null) {
            invalidCursor(exchange, message);
            return;
        }
        var servers = exchange.snapshot().servers();
        RawJson ready = aggregate.ready(servers, exchange.grants(), kind, era);
        if (ready != null) {
            listed(exchange, message, ready);
        } else {
            rare.run(
                    exchange,
                    message.id(),
                    () -> aggregate.result(servers, exchange.grants(), kind, era),
                    result -> listed(exchange, message, result));
        }
    }

    private static void listed(McpExchange exchange, Message message, RawJson result) {
        exchange.audit(Verdict.FILTERED, "own view");
        Replies.json(exchange.http(), StatusCodes.OK, Results.of(message.id(), result));
    }

    private void page(
            McpExchange exchange,
            ListKind kind,
            Message message,
            UpstreamServer server,
            CallHead head,
            byte[] body,
            Era era) {
        Text cursor = message.params().cursor();
        String asked = cursor == null ? "" : opened(exchange, kind, server, cursor);
        if (asked == null) {
            invalidCursor(exchange, message);
            return;
        }
        byte[] canonical = cursor == null ? body : SplicedBody.of(cursor, asked).apply(body);
        var page = new PageRelay(exchange, kind, server, cursors, era, asked);
        forwarding.call(exchange, server, Standing.ofView(exchange, clock), head, canonical, message.id(), page);
    }

    private @Nullable String opened(McpExchange exchange, ListKind kind, UpstreamServer server, Text cursor) {
        return cursors.open(
                exchange.credential().principal().key(),
                server.id(),
                kind.method().wireName(),
                cursor.value());
    }

    private static void invalidCursor(McpExchange exchange, Message message) {
        exchange.audit(Verdict.DENIED, "invalid cursor");
        var error = JsonRpcError.of(message.id(), JsonRpcCode.INVALID_PARAMS, "Invalid cursor");
        Replies.json(exchange.http(), StatusCodes.OK, ByteBuffer.wrap(error.body()));
    }
}
