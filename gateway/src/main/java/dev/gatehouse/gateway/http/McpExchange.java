package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.access.Credential;
import dev.gatehouse.gateway.ledger.Ending;
import dev.gatehouse.gateway.ledger.Entry;
import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.ledger.Judgement;
import dev.gatehouse.gateway.ledger.Outcome;
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
    private final Entry entry;

    McpExchange(
            HttpServerExchange http, AccessSnapshot snapshot, Credential credential, Endpoint endpoint, Entry entry) {
        this.http = http;
        this.snapshot = snapshot;
        this.credential = credential;
        this.endpoint = endpoint;
        this.entry = entry;
        if (endpoint instanceof Endpoint.Single(var server)) {
            entry.concerns(server.key(), null);
        }
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

    Entry entry() {
        return entry;
    }

    void asks(String method, @Nullable String trace) {
        entry.asks(method, trace);
    }

    void concerns(@Nullable String key, @Nullable String name) {
        entry.concerns(key, name);
    }

    /** Asks the one decision function, and keeps its grounds. */
    boolean mayDo(Action action) {
        Decision decision = Decider.decide(grants(), action);
        entry.decided(Judgement.of(decision));
        return decision.isAllowed();
    }

    /** The answer begins, and nothing more is to be decided. */
    void answers(Judgement judgement, Outcome soFar) {
        entry.decided(judgement);
        entry.answers(soFar);
    }

    void answered(Judgement judgement) {
        entry.decided(judgement);
        entry.ends(Ending.ANSWERED);
    }

    void refused(Grounds grounds) {
        entry.refused(grounds);
    }
}
