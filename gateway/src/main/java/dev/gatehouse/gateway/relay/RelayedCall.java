package dev.gatehouse.gateway.relay;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.dialect.Dialect;
import dev.gatehouse.gateway.dialect.Reply;
import dev.gatehouse.gateway.dialect.Words;
import dev.gatehouse.gateway.ledger.Ending;
import dev.gatehouse.gateway.ledger.Entry;
import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.RequestId;
import dev.gatehouse.gateway.plan.Standing;
import dev.gatehouse.gateway.upstream.CallHead;
import dev.gatehouse.gateway.upstream.FailureCause;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.gateway.upstream.lane.AnswerListener;
import dev.gatehouse.gateway.upstream.lane.LaneAnswer;
import dev.gatehouse.gateway.upstream.lane.RequestBody;
import dev.gatehouse.gateway.upstream.lane.UpstreamCall;
import dev.gatehouse.gateway.upstream.lane.UpstreamTarget;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One allowed message on its way to an upstream and its answer on the way back. It ends with the caller's exchange, with
 * the answer, or at the swap that takes its right away. Confined to its lane.
 */
final class RelayedCall implements AnswerListener, OpenExchange {

    private final Request request;
    private final Dialect dialect;
    private final Standing standing;
    private final AnswerRelay relay;
    private @Nullable RequestId id;
    private @Nullable UpstreamCall call;
    private @Nullable LaneAnswer answer;
    private boolean arriving;
    private boolean over;
    private boolean watched;

    RelayedCall(Request request, Dialect dialect, Standing standing, @Nullable RequestId id, AnswerRelay relay) {
        this.request = request;
        this.dialect = dialect;
        this.standing = standing;
        this.id = id;
        this.relay = relay;
    }

    void start(UpstreamTarget target, CallHead head, RequestBody body) {
        request.lane().open().add(this);
        request.reply().whenOver(this::leave);
        call = request.lane().calls().start(target, head, body, request.lane().buffers(), this);
        request.reply().staysOpen();
    }

    @Override
    public void answered(LaneAnswer arrived) {
        answer = arrived;
        if (arriving) {
            arrived.abort();
            unavailable(UpstreamFailure.of(FailureCause.TOO_EARLY));
            return;
        }
        UpstreamFailure objection = arrived.objection();
        if (relay.isSessionGone(arrived)) {
            arrived.abort();
            request.lane().open().remove(this);
            relay.sessionGone();
        } else if (objection == null) {
            relay.relay(this, arrived);
        } else {
            arrived.abort();
            unavailable(objection);
        }
    }

    @Override
    public void failed(UpstreamFailure failure) {
        unavailable(failure);
    }

    /** The answer broke off or cannot be passed on. */
    void unavailable(UpstreamFailure failure) {
        if (!over) {
            Unavailable.answer(request, dialect, id, failure);
        }
    }

    @Override
    public void judge(AccessSnapshot after, Instant at) {
        switch (standing.in(after, at)) {
            case STANDS -> {}
            case TOKEN_GONE ->
                revoke(
                        Grounds.TOKEN_REVOKED,
                        Ending.TOKEN_REVOKED,
                        Words.of(Grounds.TOKEN_REVOKED).reply(id));
            case RIGHT_GONE -> revoke(Grounds.RIGHT_REVOKED, Ending.RIGHT_REVOKED, relay.hidden(id));
        }
    }

    /**
     * Watching costs two system calls, so only calls that take their time are watched. In 2026-07-28 a caller that leaves
     * cancels its call; in a session it does not.
     */
    @Override
    public void lingers() {
        boolean cancels = dialect.era() == Era.MODERN;
        if (cancels && !watched && !arriving && !over && request.reply().hasWholeRequest()) {
            watched = true;
            request.reply().whenCallerLeaves(this::leave);
        }
    }

    @Override
    public void endStream() {}

    /** The message is still on its way here: until it is whole, no answer can be one to it. */
    void arriving() {
        arriving = true;
    }

    /** The message is whole, and this is its id. */
    void arrived(@Nullable RequestId asked) {
        arriving = false;
        id = asked;
    }

    /** Gives up without an answer: whoever calls this gives one. */
    void abandon() {
        close();
    }

    Request request() {
        return request;
    }

    Entry entry() {
        return request.entry();
    }

    Lane lane() {
        return request.lane();
    }

    Dialect dialect() {
        return dialect;
    }

    @Nullable
    RequestId id() {
        return id;
    }

    private void revoke(Grounds grounds, Ending ending, Reply words) {
        entry().revoked(grounds, ending);
        close();
        if (request.reply().isBegun()) {
            request.reply().breakOff();
        } else {
            request.reply().send(words);
        }
    }

    /** The caller's exchange has ended: with the answer, or because the caller has gone. */
    private void leave() {
        if (!over) {
            close();
            entry().ends(Ending.CALLER_LEFT);
        }
    }

    private void close() {
        if (!over) {
            over = true;
            request.lane().open().remove(this);
            if (answer != null) {
                answer.abort();
            } else if (call != null) {
                call.abort();
            }
        }
    }
}
