package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.access.Credential;
import dev.gatehouse.gateway.audit.AuditEvent;
import dev.gatehouse.gateway.audit.AuditEvent.Verdict;
import dev.gatehouse.model.access.Action;
import dev.gatehouse.model.access.Decider;
import dev.gatehouse.model.access.Decision;
import dev.gatehouse.model.access.Grants;
import io.undertow.server.HttpServerExchange;
import org.jspecify.annotations.Nullable;

/**
 * One request of an authenticated client, with the one configuration that it is judged by from start to end, and what
 * audit will say of it. Confined to one thread at a time.
 */
final class McpExchange {

    private final HttpServerExchange http;
    private final AccessSnapshot snapshot;
    private final Credential credential;
    private final Endpoint endpoint;
    private final Decisions decisions;
    private final long startedAt;
    private String methodName;
    private @Nullable String serverKey;
    private @Nullable String targetName;
    private @Nullable String traceId;
    private String reason = "";
    private boolean audited;

    McpExchange(
            HttpServerExchange http,
            AccessSnapshot snapshot,
            Credential credential,
            Endpoint endpoint,
            Decisions decisions,
            long startedAt) {
        this.http = http;
        this.snapshot = snapshot;
        this.credential = credential;
        this.endpoint = endpoint;
        this.decisions = decisions;
        this.startedAt = startedAt;
        this.methodName = http.getRequestMethod().toString();
        this.serverKey = switch (endpoint) {
            case Endpoint.Aggregate _ -> null;
            case Endpoint.Single single -> single.server().key();
        };
    }

    HttpServerExchange http() {
        return http;
    }

    AccessSnapshot snapshot() {
        return snapshot;
    }

    Credential credential() {
        return credential;
    }

    Grants grants() {
        return credential.principal().grants();
    }

    Endpoint endpoint() {
        return endpoint;
    }

    String methodName() {
        return methodName;
    }

    @Nullable
    String serverKey() {
        return serverKey;
    }

    @Nullable
    String targetName() {
        return targetName;
    }

    @Nullable
    String traceId() {
        return traceId;
    }

    long elapsedNanos() {
        return System.nanoTime() - startedAt;
    }

    void asks(String method, @Nullable String trace) {
        methodName = method;
        traceId = trace;
    }

    void concerns(@Nullable String key, @Nullable String name) {
        serverKey = key == null ? serverKey : key;
        targetName = name;
    }

    /** Asks the one decision function, and keeps its grounds for audit. */
    boolean mayDo(Action action) {
        Decision decision = Decider.decide(grants(), action);
        reason = AuditEvent.grounds(decision);
        return decision.isAllowed();
    }

    void audit(Verdict verdict) {
        audit(verdict, reason);
    }

    /** The first verdict of a request is its only one. */
    void audit(Verdict verdict, String grounds) {
        if (!audited) {
            audited = true;
            decisions.decided(this, verdict, grounds);
        }
    }
}
