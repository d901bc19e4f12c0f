package dev.gatehouse.gateway.relay;

import dev.gatehouse.gateway.LogKeys;
import dev.gatehouse.gateway.upstream.FailureCause;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.gateway.upstream.lane.AnswerBody;
import dev.gatehouse.gateway.upstream.lane.LaneAnswer;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One upstream's stream on its way into a caller's {@link EventFan}. Confined to the fan's lane. */
final class EventLeg implements AnswerBody {

    private static final Logger LOG = LoggerFactory.getLogger(EventLeg.class);

    private final EventFan fan;
    private final String serverKey;
    private final EventSieve sieve;
    private final Runnable ended;
    private final LaneAnswer answer;
    private boolean closed;

    private EventLeg(EventFan fan, String serverKey, EventSieve sieve, LaneAnswer answer, Runnable ended) {
        this.fan = fan;
        this.serverKey = serverKey;
        this.sieve = sieve;
        this.answer = answer;
        this.ended = ended;
    }

    /** Lets the events of {@code answer} flow into the fan; {@code ended} runs when the upstream ends the stream. */
    static void join(EventFan fan, String serverKey, EventSieve sieve, LaneAnswer answer, Runnable ended) {
        var leg = new EventLeg(fan, serverKey, sieve, answer, ended);
        answer.waitForever();
        fan.add(leg);
        if (!leg.closed) {
            answer.read(leg);
        }
    }

    void resume() {
        answer.resume();
    }

    void close() {
        closed = true;
        answer.abort();
    }

    @Override
    public boolean piece(ByteBuffer bytes) {
        return switch (sieve.sift(bytes, fan::send)) {
            case FLOWS -> true;
            case PAUSES -> false;
            case TOO_LARGE -> {
                answer.abort();
                finish(UpstreamFailure.of(FailureCause.EVENT_TOO_LARGE));
                yield false;
            }
        };
    }

    @Override
    public void end() {
        finish(null);
    }

    @Override
    public void failed(UpstreamFailure failure) {
        finish(failure);
    }

    private void finish(@Nullable UpstreamFailure failure) {
        if (closed) {
            return;
        }
        closed = true;
        fan.remove(this);
        (failure == null ? LOG.atDebug() : LOG.atWarn())
                .addKeyValue(LogKeys.SERVER, serverKey)
                .addKeyValue(
                        LogKeys.REASON,
                        failure == null ? "end" : failure.cause().label())
                .log("An upstream's stream has ended");
        ended.run();
    }
}
