package dev.gatehouse.gateway.audit;

import dev.gatehouse.gateway.ledger.GrantingRule;
import dev.gatehouse.gateway.ledger.LedgerEvent;
import dev.gatehouse.model.access.PrincipalKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Writes events as JSON objects, one a line. What an event does not have is left out. Not thread-safe. */
final class EventJson {

    private final JsonLine line;
    private long second = Long.MIN_VALUE;
    private String secondText = "";

    EventJson(JsonLine line) {
        this.line = line;
    }

    void write(LedgerEvent event) {
        switch (event) {
            case LedgerEvent.Decided decided -> decided(decided);
            case LedgerEvent.Ended ended -> ended(ended);
        }
    }

    private void decided(LedgerEvent.Decided event) {
        time(event.time());
        line.raw(",\"request\":").number(event.request());
        principal(event);
        text("token", event.tokenName());
        word("plane", event.plane().label());
        text("method", event.method());
        text("server", event.server());
        text("name", event.name());
        word("verdict", event.judgement().verdict().label());
        word("grounds", event.judgement().grounds().label());
        GrantingRule rule = event.judgement().rule();
        text("rule", rule == null ? null : rule.label());
        word("outcome", event.outcome().label());
        line.raw(",\"configVersion\":").number(event.configVersion());
        line.raw(",\"durationMicros\":").number(TimeUnit.NANOSECONDS.toMicros(event.durationNanos()));
        text("remote", event.remote());
        text("path", event.path());
        text("traceId", event.traceId());
        line.raw("}").end();
    }

    private void ended(LedgerEvent.Ended event) {
        time(event.time());
        line.raw(",\"request\":").number(event.request());
        word("plane", event.plane().label());
        text("method", event.method());
        text("server", event.server());
        word("outcome", event.outcome().label());
        line.raw(",\"durationMicros\":").number(TimeUnit.NANOSECONDS.toMicros(event.durationNanos()));
        line.raw("}").end();
    }

    /** Says in the audit trail itself that events are missing here. */
    void writeGap(Instant time, long dropped) {
        time(time);
        line.raw(",\"dropped\":").number(dropped).raw("}").end();
    }

    private void principal(LedgerEvent.Decided event) {
        PrincipalKey key = event.principal();
        if (key == null) {
            return;
        }
        line.raw(",\"principal\":{\"kind\":").string(key.kind().label());
        text("namespace", key.namespace());
        text("name", key.name());
        text("uid", event.uid());
        line.raw(",\"generation\":").number(event.generation()).raw("}");
    }

    /** One of our own words, which needs no escape. */
    private void word(String field, String value) {
        line.raw(",\"").raw(field).raw("\":\"").raw(value).raw("\"");
    }

    private void text(String field, @Nullable String value) {
        if (value != null) {
            line.raw(",\"").raw(field).raw("\":").string(value);
        }
    }

    /** Formats the second once for all events in it. */
    private void time(Instant time) {
        if (time.getEpochSecond() != second) {
            second = time.getEpochSecond();
            String whole = time.truncatedTo(ChronoUnit.SECONDS).toString();
            secondText = "{\"time\":\"" + whole.substring(0, whole.length() - 1) + ".";
        }
        String micros = Integer.toString(1_000_000 + time.getNano() / 1_000);
        line.raw(secondText).raw(micros.substring(1)).raw("Z\"");
    }
}
