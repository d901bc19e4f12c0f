package dev.gatehouse.gateway.relay;

import dev.gatehouse.gateway.dialect.Dialect;
import dev.gatehouse.gateway.dialect.Reply;
import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.mcp.RequestId;
import dev.gatehouse.gateway.plan.Operation;
import dev.gatehouse.gateway.plan.Target;
import dev.gatehouse.gateway.upstream.AnswerHead;
import dev.gatehouse.gateway.upstream.FailureCause;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.gateway.upstream.lane.LaneAnswer;
import org.jspecify.annotations.Nullable;

/**
 * Passes an answer on as it comes.
 *
 * @param whenSessionGone what to do when the upstream has ended the session; absent: it has none to end
 */
record Passing(
        EventFilter filter,
        Dialect dialect,
        Operation operation,
        Target target,
        Request request,
        @Nullable Runnable whenSessionGone)
        implements AnswerRelay {

    private static final int ACCEPTED = 202;
    private static final int NOT_FOUND = 404;

    @Override
    public void relay(RelayedCall call, LaneAnswer answer) {
        if (answer.mediaType().equals(AnswerHead.EVENT_STREAM)) {
            EventRelay.relay(call, answer, filter, target.server());
        } else if (answer.status() == ACCEPTED) {
            answer.read(new CollectedAnswer(
                    _ -> request.answer(Reply.empty(ACCEPTED)),
                    () -> call.unavailable(UpstreamFailure.of(FailureCause.TOO_LARGE)),
                    call::unavailable));
        } else {
            JsonRelay.relay(call, answer);
        }
    }

    @Override
    public Reply hidden(@Nullable RequestId id) {
        return dialect.refusal(Grounds.RIGHT_REVOKED, operation, id, target.askedName());
    }

    @Override
    public boolean isSessionGone(LaneAnswer answer) {
        return whenSessionGone != null && answer.status() == NOT_FOUND;
    }

    @Override
    public void sessionGone() {
        if (whenSessionGone != null) {
            whenSessionGone.run();
        }
    }
}
