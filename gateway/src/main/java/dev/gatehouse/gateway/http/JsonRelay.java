package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.gateway.upstream.lane.AnswerBody;
import dev.gatehouse.gateway.upstream.lane.LaneAnswer;
import java.nio.ByteBuffer;

/** Passes a JSON answer on as it comes, at the client's pace, holding none of it. */
final class JsonRelay implements AnswerBody {

    private final ClientStream client;

    private JsonRelay(ClientStream client) {
        this.client = client;
    }

    static void relay(ForwardedCall call, LaneAnswer answer) {
        long length = answer.contentLength();
        var client = ClientStream.begin(call.http(), answer.status(), Replies.JSON, length, answer::resume);
        answer.read(new JsonRelay(client));
    }

    @Override
    public boolean piece(ByteBuffer bytes) {
        return client.send(bytes);
    }

    @Override
    public void end() {
        client.end();
    }

    @Override
    public void failed(UpstreamFailure failure) {
        client.breakOff();
    }
}
