package dev.gatehouse.gateway.ledger;

import dev.gatehouse.gateway.access.Credential;
import dev.gatehouse.gateway.access.Plane;
import org.jspecify.annotations.Nullable;

/**
 * The record of one request. It is decided once; the decision is written when the answer's head is about to go out, or
 * when the request ends without one; an end that differs from what was written then is a second event, and there is never
 * a third. Confined to one thread at a time.
 */
public final class Entry {

    private final Ledger ledger;
    private final long request;
    private final Plane plane;
    private final Ledger.Remote remote;
    private final long startedAt;
    private String method;
    private long configVersion;
    private @Nullable Credential caller;
    private @Nullable String server;
    private @Nullable String name;
    private @Nullable String path;
    private @Nullable String traceId;
    private Judgement judgement = Judgement.NONE;
    private @Nullable Outcome written;
    private boolean over;

    Entry(Ledger ledger, long request, Plane plane, String method, Ledger.Remote remote, long startedAt) {
        this.ledger = ledger;
        this.request = request;
        this.plane = plane;
        this.method = method;
        this.remote = remote;
        this.startedAt = startedAt;
    }

    /** The number that both events of this request carry. */
    public long request() {
        return request;
    }

    public String method() {
        return method;
    }

    public @Nullable String server() {
        return server;
    }

    /** Which version of the configuration judges it, from start to end. */
    public void judgedBy(long version) {
        configVersion = version;
    }

    /** Who asks. */
    public void authenticated(Credential credential) {
        caller = credential;
    }

    /** What is asked, once a message was read or a route was found. */
    public void asks(String asked, @Nullable String trace) {
        method = asked;
        traceId = trace;
    }

    /** Which server, and what of it; null leaves the server that is known. */
    public void concerns(@Nullable String key, @Nullable String ownName) {
        server = key == null ? server : key;
        name = ownName;
    }

    /** Where the request went, to be told where nothing is there. */
    public void wentTo(String askedPath) {
        path = askedPath;
    }

    /** What was decided; the last word before it is written counts. */
    public void decided(Judgement made) {
        if (written == null) {
            judgement = made;
        }
    }

    /** Writes the decision: the answer's head goes out now. The first call counts. */
    public void answers(Outcome soFar) {
        if (written == null) {
            written = soFar;
            write(soFar);
        }
    }

    /** The request is over: tells how, unless that is what was written already. The first call counts. */
    public void ends(Outcome outcome) {
        if (over) {
            return;
        }
        over = true;
        if (written == null) {
            answers(outcome);
        } else if (!written.equals(outcome)) {
            ledger.record(new LedgerEvent.Ended(
                    request, ledger.now(), plane, method, server, outcome, ledger.nanosSince(startedAt)));
        }
    }

    /** Whether the decision has been written, so that it can change no more. */
    public boolean isWritten() {
        return written != null;
    }

    /** Denies and ends in one: the answer is a refusal. */
    public void refused(Grounds why) {
        decided(Judgement.denied(why));
        ends(Ending.REFUSED);
    }

    /**
     * Something was withdrawn while the request was under way: a refusal where nothing has gone out yet, else an end.
     *
     * @param why {@link Grounds#TOKEN_REVOKED} or {@link Grounds#RIGHT_REVOKED}, and {@code ending} the same
     */
    public void revoked(Grounds why, Ending ending) {
        if (written == null) {
            refused(why);
        } else {
            ends(ending);
        }
    }

    private void write(Outcome outcome) {
        var principal = caller == null ? null : caller.principal();
        ledger.record(new LedgerEvent.Decided(
                request,
                ledger.now(),
                principal == null ? null : principal.key(),
                principal == null ? null : principal.uid(),
                principal == null ? 0 : principal.generation(),
                caller == null ? null : caller.token().name(),
                plane,
                method,
                server,
                name,
                judgement,
                outcome,
                configVersion,
                ledger.nanosSince(startedAt),
                remote.address(),
                path,
                traceId));
    }
}
