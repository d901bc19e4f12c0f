package dev.gatehouse.gateway.relay;

import dev.gatehouse.gateway.ledger.Ending;
import dev.gatehouse.gateway.upstream.AnswerHead;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.gateway.upstream.lane.AnswerBody;
import dev.gatehouse.gateway.upstream.lane.LaneAnswer;
import java.nio.ByteBuffer;

/** Passes a JSON answer on as it comes, at the caller's pace, holding none of it. */
final class JsonRelay implements AnswerBody {

    private final RelayedCall call;
    private final ReplyStream reply;

    private JsonRelay(RelayedCall call, ReplyStream reply) {
        this.call = call;
        this.reply = reply;
    }

    static void relay(RelayedCall call, LaneAnswer answer) {
        call.entry().answers(Ending.ANSWERED);
        ReplyStream reply =
                call.request().reply().begin(answer.status(), AnswerHead.JSON, answer.contentLength(), answer::resume);
        answer.read(new JsonRelay(call, reply));
    }

    @Override
    public boolean piece(ByteBuffer bytes) {
        return reply.send(bytes);
    }

    @Override
    public void end() {
        call.entry().ends(Ending.ANSWERED);
        reply.end();
    }

    @Override
    public void failed(UpstreamFailure failure) {
        Unavailable.tell(call.entry(), failure);
        call.request().reply().breakOff();
    }
}
