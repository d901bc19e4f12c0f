package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.mcp.RequestId;
import dev.gatehouse.gateway.upstream.FailureCause;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.gateway.upstream.lane.AnswerBody;
import dev.gatehouse.gateway.upstream.lane.LaneAnswer;
import dev.gatehouse.model.access.UpstreamServer;
import java.nio.ByteBuffer;

/** Passes the event stream that answers one request on, event by event, without those that are not the client's. */
final class EventRelay implements AnswerBody {

    /** The largest single event, in bytes. */
    static final int MAX_EVENT = 16 << 20;

    private final ForwardedCall call;
    private final ClientStream client;
    private final EventSieve sieve;

    private EventRelay(ForwardedCall call, ClientStream client, EventSieve sieve) {
        this.call = call;
        this.client = client;
        this.sieve = sieve;
    }

    static void relay(ForwardedCall call, LaneAnswer answer, EventPolicy policy, UpstreamServer server) {
        var client = ClientStream.beginEvents(call.http(), answer::resume);
        RequestId answering = call.id();
        var sieve =
                new EventSieve(call.lane().events(), event -> policy.passes(event, server, call.exchange(), answering));
        answer.read(new EventRelay(call, client, sieve));
        client.flush();
    }

    @Override
    public boolean piece(ByteBuffer bytes) {
        ByteBuffer passed = sieve.sift(bytes);
        if (passed == null) {
            call.unavailable(UpstreamFailure.of(FailureCause.EVENT_TOO_LARGE));
            return false;
        }
        return !passed.hasRemaining() || client.send(passed);
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
