package dev.gatehouse.gateway.api;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.access.Credential;
import dev.gatehouse.gateway.http.Replies;
import dev.gatehouse.gateway.http.TraceContext;
import dev.gatehouse.gateway.ledger.Entry;
import dev.gatehouse.gateway.ledger.Grounds;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;

/** One request of a known user on its way to its only answer. Confined to one thread at a time. */
final class ApiExchange {

    private static final HttpString CONTENT_TYPE_OPTIONS = new HttpString("X-Content-Type-Options");

    private final HttpServerExchange http;
    private final AccessSnapshot snapshot;
    private final Credential credential;
    private final Entry entry;

    ApiExchange(HttpServerExchange http, AccessSnapshot snapshot, Credential credential, Entry entry) {
        this.http = http;
        this.snapshot = snapshot;
        this.credential = credential;
        this.entry = entry;
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
        entry.asks(found.auditMethod(), TraceContext.traceId(http));
    }

    void finish(Problem problem, Grounds grounds) {
        finish(Answer.refused(problem, grounds));
    }

    /** Tells the ledger and sends. To be called once, on the I/O thread. */
    void finish(Answer answer) {
        entry.concerns(answer.server(), answer.name());
        entry.decided(answer.judgement());
        entry.ends(answer.outcome());
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
