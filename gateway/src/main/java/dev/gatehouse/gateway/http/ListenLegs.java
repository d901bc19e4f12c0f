package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.mcp.Message;
import dev.gatehouse.gateway.mcp.ModernCall;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.gateway.upstream.lane.AnswerListener;
import dev.gatehouse.gateway.upstream.lane.LaneAnswer;
import dev.gatehouse.gateway.upstream.lane.RequestBody;
import dev.gatehouse.gateway.upstream.lane.UpstreamTargets;
import dev.gatehouse.model.access.UpstreamServer;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;

/** Listens to upstreams on behalf of a client's stream, and again after an upstream has been away. */
final class ListenLegs {

    private static final long RECONNECT_SECONDS = 5;

    private final UpstreamTargets targets;
    private final EventPolicy policy;

    ListenLegs(UpstreamTargets targets, EventPolicy policy) {
        this.targets = targets;
        this.policy = policy;
    }

    void add(EventFan fan, UpstreamServer server, ModernCall call, byte[] body) {
        new Leg(fan, server, call, body).connect();
    }

    private final class Leg implements AnswerListener {

        private final EventFan fan;
        private final UpstreamServer server;
        private final ModernCall call;
        private final byte[] body;

        Leg(EventFan fan, UpstreamServer server, ModernCall call, byte[] body) {
            this.fan = fan;
            this.server = server;
            this.call = call;
            this.body = body;
        }

        void connect() {
            if (!fan.isOver()) {
                var _ = fan.lane()
                        .calls()
                        .start(
                                targets.of(server),
                                ModernHeads.post(call, null),
                                RequestBody.of(ByteBuffer.wrap(body)),
                                fan.http().getConnection().getByteBufferPool(),
                                this);
            }
        }

        @Override
        public void answered(LaneAnswer answer) {
            if (answer.status() == StatusCodes.OK && answer.mediaType().equals(Replies.EVENT_STREAM)) {
                EventLeg.join(
                        fan, server.key(), new EventSieve(fan.lane().events(), this::passes), answer, this::reconnect);
            } else {
                answer.abort();
            }
        }

        @Override
        public void failed(UpstreamFailure failure) {
            reconnect();
        }

        /** The gateway has acknowledged and will end the subscription itself. */
        private boolean passes(Message event) {
            return !event.method().equals("notifications/subscriptions/acknowledged")
                    && policy.passes(event, server, fan.exchange(), null);
        }

        private void reconnect() {
            if (!fan.isOver()) {
                var _ = fan.lane().thread().executeAfter(this::connect, RECONNECT_SECONDS, TimeUnit.SECONDS);
            }
        }
    }
}
