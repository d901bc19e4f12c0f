package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.ledger.Ending;
import dev.gatehouse.gateway.ledger.Entry;
import dev.gatehouse.gateway.upstream.lane.Answer;
import dev.gatehouse.gateway.upstream.lane.AnswerBody;
import dev.gatehouse.gateway.upstream.lane.UpstreamFailure;
import java.nio.ByteBuffer;

/** Passes a JSON answer on as it comes, at the client's pace, holding none of it. */
final class JsonRelay implements AnswerBody {

    private final ClientStream client;
    private final Entry entry;

    private JsonRelay(ClientStream client, Entry entry) {
        this.client = client;
        this.entry = entry;
    }

    static void relay(ForwardedCall call, Answer answer) {
        Entry entry = call.exchange().entry();
        entry.answers(Ending.ANSWERED);
        long length = answer.contentLength();
        var client = ClientStream.begin(call.http(), answer.status(), Replies.JSON, length, answer::resume);
        answer.read(new JsonRelay(client, entry));
    }

    @Override
    public boolean piece(ByteBuffer bytes) {
        return client.send(bytes);
    }

    @Override
    public void end() {
        entry.ends(Ending.ANSWERED);
        client.end();
    }

    @Override
    public void failed(UpstreamFailure failure) {
        entry.ends(Unavailable.outcome(failure));
        client.breakOff();
    }
}
