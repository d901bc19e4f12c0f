package dev.gatehouse.gateway.api;

import dev.gatehouse.gateway.door.Replies;
import dev.gatehouse.gateway.door.TraceContext;
import dev.gatehouse.gateway.door.Visit;
import dev.gatehouse.gateway.ledger.Entry;
import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.plan.Caller;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;

/** One request of a known user on its way to its only answer. Confined to one thread at a time. */
final class ApiExchange {

    private static final HttpString CONTENT_TYPE_OPTIONS = new HttpString("X-Content-Type-Options");

    private final HttpServerExchange http;
    private final Caller caller;
    private final Entry entry;

    ApiExchange(Visit visit) {
        this.http = visit.http();
        this.caller = visit.caller();
        this.entry = visit.entry();
    }

    HttpServerExchange http() {
        return http;
    }

    Caller caller() {
        return caller;
    }

    void isFor(ApiRoute found) {
        entry.asks(found.auditMethod(), TraceContext.traceId(http));
    }

    void finish(ProblemKind problem, Grounds grounds) {
        finish(RouteAnswer.refused(problem, grounds));
    }

    /** Tells the ledger and sends. To be called once, on the I/O thread. */
    void finish(RouteAnswer answer) {
        entry.concerns(answer.server(), answer.name());
        entry.decided(answer.judgement());
        entry.ends(answer.outcome());
        send(http, answer);
    }

    static void send(HttpServerExchange http, RouteAnswer answer) {
        mark(http);
        if (answer.status() == ProblemKind.UNAUTHENTICATED.status()) {
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
