package dev.gatehouse.gateway.api;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.access.Authentication;
import dev.gatehouse.gateway.access.Plane;
import dev.gatehouse.gateway.audit.AuditEvent;
import dev.gatehouse.gateway.audit.AuditEvent.Verdict;
import dev.gatehouse.gateway.audit.AuditSink;
import dev.gatehouse.gateway.http.TraceContext;
import dev.gatehouse.model.access.Principal;
import io.undertow.server.HttpServerExchange;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells audit of every decision of the management plane, in the shape of those of MCP. Thread-safe. */
final class ApiAudit {

    private final AuditSink audit;
    private final Clock clock;

    ApiAudit(AuditSink audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** A request that was refused before anyone asked who sent it. */
    void refused(HttpServerExchange http, String reason) {
        anonymous(http, 0, reason);
    }

    /** A request whose sender is not known. */
    void unauthenticated(HttpServerExchange http, AccessSnapshot snapshot, Authentication.Why why) {
        anonymous(http, snapshot.version(), why.name().toLowerCase(Locale.ROOT));
    }

    void decided(ApiExchange exchange, Answer answer) {
        Principal principal = exchange.credential().principal();
        audit.record(new AuditEvent(
                clock.instant(),
                principal.key(),
                principal.uid(),
                principal.generation(),
                exchange.credential().token().name(),
                Plane.API,
                exchange.auditMethod(),
                answer.server(),
                answer.name(),
                answer.verdict(),
                answer.reason(),
                exchange.snapshot().version(),
                exchange.elapsedNanos(),
                remote(exchange.http()),
                TraceContext.traceId(exchange.http())));
    }

    private void anonymous(HttpServerExchange http, long version, String reason) {
        audit.record(new AuditEvent(
                clock.instant(),
                null,
                null,
                0,
                null,
                Plane.API,
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
