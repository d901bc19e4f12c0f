package dev.gatehouse.gateway.door;

import dev.gatehouse.gateway.dialect.Asked;
import dev.gatehouse.gateway.dialect.Reply;
import dev.gatehouse.gateway.dialect.Words;
import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.mcp.Versions;
import dev.gatehouse.gateway.plan.Operation;
import dev.gatehouse.gateway.relay.PlanRunner;
import dev.gatehouse.gateway.relay.Request;
import dev.gatehouse.gateway.session.SessionState;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** GET and DELETE: a legacy session's standing stream, and its end. */
final class SessionVerbs {

    private final Sessions sessions;
    private final PlanRunner runner;

    SessionVerbs(Sessions sessions, PlanRunner runner) {
        this.sessions = sessions;
        this.runner = runner;
    }

    void stream(HttpServerExchange http, Request request) {
        HeaderMap headers = http.getRequestHeaders();
        if (!isModern(headers) && !acceptsEvents(headers.getFirst(Headers.ACCEPT))) {
            refuse(request, Grounds.NOT_ACCEPTABLE);
        } else {
            run(request, headers, new Operation.Stand());
        }
    }

    void end(HttpServerExchange http, Request request) {
        run(request, http.getRequestHeaders(), new Operation.Close());
    }

    private void run(Request request, HeaderMap headers, Operation operation) {
        String version = headers.getFirst(McpHeaders.PROTOCOL_VERSION);
        String id = headers.getFirst(McpHeaders.SESSION_ID);
        SessionState session = sessions.open(request, id);
        if (isModern(headers)) {
            refuse(request, Grounds.SESSIONLESS_ERA);
        } else if (id != null && session == null) {
            refuse(request, Grounds.SESSION_UNKNOWN);
        } else if (session != null && version != null && !version.equals(session.protocolVersion())) {
            refuse(request, Grounds.SESSION_VERSION);
        } else {
            runner.run(request, Asked.by(operation, session));
        }
    }

    private static boolean isModern(HeaderMap headers) {
        return Versions.MODERN.equals(headers.getFirst(McpHeaders.PROTOCOL_VERSION));
    }

    private static boolean acceptsEvents(@Nullable String accept) {
        String value = accept == null ? "" : accept.toLowerCase(Locale.ROOT);
        return value.contains("text/event-stream") || value.contains("*/*");
    }

    private static void refuse(Request request, Grounds grounds) {
        Reply reply = Words.of(grounds).reply(null);
        request.refuse(grounds, reply.status() == 405 ? reply.with("Allow", "POST") : reply);
    }
}
