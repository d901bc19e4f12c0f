package dev.gatehouse.gateway.relay;

import dev.gatehouse.gateway.access.Credential;
import dev.gatehouse.gateway.dialect.Dialect;
import dev.gatehouse.gateway.ledger.Ending;
import dev.gatehouse.gateway.mcp.Message;
import dev.gatehouse.gateway.mcp.RequestId;
import dev.gatehouse.gateway.plan.Hearing;
import dev.gatehouse.gateway.upstream.FailureCause;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.gateway.upstream.lane.AnswerBody;
import dev.gatehouse.gateway.upstream.lane.LaneAnswer;
import dev.gatehouse.model.access.UpstreamServer;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Passes the event stream that answers one request on, event by event, without those that are not the caller's. A stream
 * that fails before the answer ends with the error that a plain answer would have been.
 */
final class EventRelay implements AnswerBody {

    private final RelayedCall call;
    private final LaneAnswer answer;
    private final EventSieve sieve;
    private final ReplyStream reply;
    private boolean answered;

    private EventRelay(RelayedCall call, LaneAnswer answer, EventFilter filter, UpstreamServer server) {
        this.call = call;
        this.answer = answer;
        this.reply = call.request().reply().beginEvents(answer::resume);
        RequestId answering = call.id();
        Credential credential = call.request().caller().credential();
        this.sieve = new EventSieve(
                call.lane().scanners(), server.key(), event -> hears(event, filter, server, credential, answering));
    }

    static void relay(RelayedCall call, LaneAnswer answer, EventFilter filter, UpstreamServer server) {
        call.entry().answers(Ending.ANSWERED);
        var relay = new EventRelay(call, answer, filter, server);
        answer.read(relay);
        relay.reply.flush();
    }

    private boolean hears(
            Message event,
            EventFilter filter,
            UpstreamServer server,
            Credential credential,
            @Nullable RequestId answering) {
        return switch (filter.judge(event, server, credential, answering)) {
            case Hearing.Answers _ -> {
                boolean first = !answered; // a second answer to one request is nobody's
                answered = true;
                yield first;
            }
            case Hearing.Passes _, Hearing.Changes _ -> true;
            case Hearing.Drops _, Hearing.Asks _ -> false;
        };
    }

    @Override
    public boolean piece(ByteBuffer bytes) {
        return switch (sieve.sift(bytes, reply::send)) {
            case FLOWS -> true;
            case PAUSES -> false;
            case TOO_LARGE -> {
                answer.abort();
                fail(UpstreamFailure.of(FailureCause.EVENT_TOO_LARGE));
                yield false;
            }
        };
    }

    @Override
    public void end() {
        if (answered) {
            call.entry().ends(Ending.ANSWERED);
            reply.end();
        } else {
            fail(UpstreamFailure.of(sieve.hasLeftOut() ? FailureCause.EVENT_UNREADABLE : FailureCause.STREAM_ENDED));
        }
    }

    @Override
    public void failed(UpstreamFailure failure) {
        fail(failure);
    }

    private void fail(UpstreamFailure failure) {
        if (answered) {
            call.entry().ends(Ending.ANSWERED);
        } else {
            Unavailable.tell(call.entry(), failure);
            reply.send(Dialect.event(call.dialect().unavailableError(call.id()).json()));
        }
        reply.end();
    }
}
