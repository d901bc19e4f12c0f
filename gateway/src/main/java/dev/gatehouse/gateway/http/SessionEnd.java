package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.ledger.Judgement;
import dev.gatehouse.gateway.mcp.Versions;
import dev.gatehouse.gateway.session.SessionState;
import dev.gatehouse.gateway.upstream.session.UpstreamSessions;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;

/** DELETE: the client ends its session, and with it the upstream sessions that were opened for it. */
final class SessionEnd {

    private final Sessions sessions;
    private final UpstreamSessions upstreamSessions;

    SessionEnd(Sessions sessions, UpstreamSessions upstreamSessions) {
        this.sessions = sessions;
        this.upstreamSessions = upstreamSessions;
    }

    void handle(McpExchange exchange) {
        HeaderMap headers = exchange.http().getRequestHeaders();
        String id = headers.getFirst(McpHeaders.SESSION_ID);
        if (Versions.MODERN.equals(headers.getFirst(McpHeaders.PROTOCOL_VERSION))) {
            exchange.http().getResponseHeaders().put(Headers.ALLOW, "POST");
            refuse(exchange, StatusCodes.METHOD_NOT_ALLOWED, Grounds.SESSIONLESS_ERA);
            return;
        }
        SessionState session = id == null ? null : sessions.open(exchange, id);
        if (session == null) {
            refuse(
                    exchange,
                    id == null ? StatusCodes.BAD_REQUEST : StatusCodes.NOT_FOUND,
                    id == null ? Grounds.SESSION_REQUIRED : Grounds.SESSION_UNKNOWN);
        } else {
            sessions.end(session);
            upstreamSessions.end(session, exchange.snapshot().servers());
            exchange.answered(Judgement.allowed(Grounds.SESSION));
            Replies.empty(exchange.http(), StatusCodes.NO_CONTENT);
        }
    }

    private static void refuse(McpExchange exchange, int status, Grounds grounds) {
        exchange.refused(grounds);
        Replies.empty(exchange.http(), status);
    }
}
