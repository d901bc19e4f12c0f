package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.mcp.Versions;
import dev.gatehouse.gateway.session.SessionState;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.SameThreadExecutor;
import io.undertow.util.StatusCodes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** GET: opens the standing stream of a legacy session, if the request keeps to the rules and there is room for it. */
final class StreamHandler {

    private final Sessions sessions;
    private final AggregateStream aggregate;
    private final SingleStream single;
    private final StreamSlots slots;

    StreamHandler(Sessions sessions, AggregateStream aggregate, SingleStream single, StreamSlots slots) {
        this.sessions = sessions;
        this.aggregate = aggregate;
        this.single = single;
        this.slots = slots;
    }

    void handle(McpExchange exchange) {
        HeaderMap headers = exchange.http().getRequestHeaders();
        String version = headers.getFirst(McpHeaders.PROTOCOL_VERSION);
        String id = headers.getFirst(McpHeaders.SESSION_ID);
        if (Versions.MODERN.equals(version)) {
            refuse(exchange, StatusCodes.METHOD_NOT_ALLOWED, Grounds.SESSIONLESS_ERA);
            return;
        }
        if (!accepts(headers.getFirst(Headers.ACCEPT))) {
            refuse(exchange, StatusCodes.NOT_ACCEPTABLE, Grounds.NOT_ACCEPTABLE);
            return;
        }
        SessionState session = id == null ? null : sessions.open(exchange, id);
        if (session == null) {
            refuse(
                    exchange,
                    id == null ? StatusCodes.BAD_REQUEST : StatusCodes.NOT_FOUND,
                    id == null ? Grounds.SESSION_REQUIRED : Grounds.SESSION_UNKNOWN);
        } else if (version != null && !version.equals(session.protocolVersion())) {
            refuse(exchange, StatusCodes.BAD_REQUEST, Grounds.SESSION_VERSION);
        } else {
            open(exchange, session);
        }
    }

    private void open(McpExchange exchange, SessionState session) {
        HttpServerExchange http = exchange.http();
        if (!slots.take(exchange.snapshot().gateway().limits().concurrentStreams())) {
            http.getResponseHeaders().put(Headers.RETRY_AFTER, "5");
            refuse(exchange, StatusCodes.SERVICE_UNAVAILABLE, Grounds.LIMIT_STREAMS);
            return;
        }
        http.addExchangeCompleteListener((ended, next) -> {
            slots.giveBack();
            next.proceed();
        });
        http.dispatch(SameThreadExecutor.INSTANCE, () -> {
            switch (exchange.endpoint()) {
                case Endpoint.Aggregate _ -> aggregate.open(exchange, session);
                case Endpoint.Single(var server) -> single.open(exchange, session, server);
            }
        });
    }

    private static boolean accepts(@Nullable String accept) {
        String value = accept == null ? "" : accept.toLowerCase(Locale.ROOT);
        return value.contains(Replies.EVENT_STREAM) || value.contains("*/*");
    }

    private static void refuse(McpExchange exchange, int status, Grounds grounds) {
        exchange.refused(grounds);
        if (status == StatusCodes.METHOD_NOT_ALLOWED) {
            exchange.http().getResponseHeaders().put(Headers.ALLOW, "POST");
        }
        Replies.empty(exchange.http(), status);
    }
}
