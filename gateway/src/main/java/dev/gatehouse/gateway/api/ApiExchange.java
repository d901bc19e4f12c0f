package dev.gatehouse.gateway.api;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.access.Credential;
import dev.gatehouse.gateway.http.Replies;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import org.jspecify.annotations.Nullable;

/** One request of a known user on its way to its only answer. Confined to one thread at a time. */
final class ApiExchange {

    private static final HttpString CONTENT_TYPE_OPTIONS = new HttpString("X-Content-Type-Options");

    private final HttpServerExchange http;
    private final AccessSnapshot snapshot;
    private final Credential credential;
    private final ApiAudit audit;
    private final long startedAt = System.nanoTime();
    private @Nullable ApiRoute route;

    ApiExchange(HttpServerExchange http, AccessSnapshot snapshot, Credential credential, ApiAudit audit) {
        this.http = http;
        this.snapshot = snapshot;
        this.credential = credential;
        this.audit = audit;
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

    void isFor(ApiRoute found) {
        route = found;
    }

    /** The route's name, or the HTTP method while it is not known to be for any. */
    String auditMethod() {
        return route == null ? http.getRequestMethod().toString() : route.auditMethod();
    }

    long elapsedNanos() {
        return System.nanoTime() - startedAt;
    }

    void finish(Problem problem, String reason) {
        finish(Answer.refused(problem, reason));
    }

    /** Tells audit and sends. To be called once, on the I/O thread. */
    void finish(Answer answer) {
        audit.decided(this, answer);
        send(http, answer);
    }

    static void send(HttpServerExchange http, Answer answer) {
        mark(http);
        if (answer.status() == Problem.UNAUTHENTICATED.status()) {
            http.getResponseHeaders().put(Headers.WWW_AUTHENTICATE, "Bearer");
        }
        Replies.send(http, answer.status(), answer.mediaType(), answer.body().buffer());
    }

    private static void mark(HttpServerExchange http) {
        HeaderMap headers = http.getResponseHeaders();
        headers.put(Headers.CACHE_CONTROL, "no-store");
        headers.put(CONTENT_TYPE_OPTIONS, "nosniff");
    }
}
