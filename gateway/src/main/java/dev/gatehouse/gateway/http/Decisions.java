package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.access.Authentication;
import dev.gatehouse.gateway.access.Plane;
import dev.gatehouse.gateway.audit.AuditEvent;
import dev.gatehouse.gateway.audit.AuditEvent.Verdict;
import dev.gatehouse.gateway.audit.AuditSink;
import io.undertow.server.HttpServerExchange;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells audit of every decision, once each. Thread-safe. */
final class Decisions {

    private final AuditSink audit;
    private final Clock clock;

    Decisions(AuditSink audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** A request that was refused before anyone asked who sent it. */
    void refusedRequest(HttpServerExchange http, String reason) {
        anonymous(http, 0, reason);
    }

    /** A request whose sender is not known. */
    void unauthenticated(HttpServerExchange http, AccessSnapshot snapshot, Authentication.Why why) {
        anonymous(http, snapshot.version(), why.name().toLowerCase(Locale.ROOT));
    }

    /** A request of a known principal. */
    void decided(McpExchange exchange, Verdict verdict, String reason) {
        var principal = exchange.credential().principal();
        audit.record(new AuditEvent(
                clock.instant(),
                principal.key(),
                principal.uid(),
                principal.generation(),
                exchange.credential().token().name(),
                Plane.MCP,
                exchange.methodName(),
                exchange.serverKey(),
                exchange.targetName(),
                verdict,
                reason,
                exchange.snapshot().version(),
                exchange.elapsedNanos(),
                remote(exchange.http()),
                exchange.traceId()));
    }

    private void anonymous(HttpServerExchange http, long version, String reason) {
        audit.record(new AuditEvent(
                clock.instant(),
                null,
                null,
                0,
                null,
                Plane.MCP,
                http.getRequestMethod().toString(),
                null,
                null,
                Verdict.DENIED,
                reason,
                version,
                0,
                remote(http),
                null));
    }

    private static @Nullable String remote(HttpServerExchange http) {
        InetSocketAddress source = http.getSourceAddress();
        return source == null || source.getAddress() == null
                ? null
                : source.getAddress().getHostAddress();
    }
}
