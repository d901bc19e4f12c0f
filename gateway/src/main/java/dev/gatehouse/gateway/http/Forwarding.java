package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.JsonRpcError;
import dev.gatehouse.gateway.mcp.Method;
import dev.gatehouse.gateway.mcp.RequestId;
import dev.gatehouse.gateway.upstream.CallHead;
import dev.gatehouse.gateway.upstream.FailureCause;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.gateway.upstream.lane.LaneAnswer;
import dev.gatehouse.gateway.upstream.lane.RequestBody;
import dev.gatehouse.gateway.upstream.lane.UpstreamTargets;
import dev.gatehouse.model.access.UpstreamServer;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Sends decided messages to their upstreams on the I/O thread of the client's connection, and their answers back. */
final class Forwarding {

    private final IoLanes lanes;
    private final UpstreamTargets targets;
    private final EventPolicy policy;
    private final Clock clock;

    Forwarding(IoLanes lanes, UpstreamTargets targets, EventPolicy policy, Clock clock) {
        this.lanes = lanes;
        this.targets = targets;
        this.policy = policy;
        this.clock = clock;
    }

    /** @param sessionGone what to do when the upstream has ended the session */
    void legacy(
            McpExchange exchange,
            Address.Known known,
            CallHead head,
            byte[] body,
            @Nullable RequestId id,
            Runnable sessionGone) {
        start(exchange, known, head, body, id, new Relaying(exchange, known, sessionGone));
    }

    void modern(McpExchange exchange, Address.Known known, CallHead head, byte[] body, @Nullable RequestId id) {
        start(exchange, known, head, body, id, new Relaying(exchange, known, null));
    }

    /** Opens the way for a message that still arrives. */
    ForwardedCall upload(McpExchange exchange, Address.Known known, CallHead head, RequestBody body) {
        var call = new ForwardedCall(
                lanes.of(exchange.http()),
                exchange,
                Standing.ofCall(exchange, known.action(), clock),
                null,
                new Relaying(exchange, known, () -> Replies.empty(exchange.http(), StatusCodes.NOT_FOUND)));
        call.arriving();
        call.start(targets.of(known.server()), head, body);
        return call;
    }

    /** Sends a message whose answer needs more than to be passed on. */
    void call(
            McpExchange exchange,
            UpstreamServer server,
            Standing standing,
            CallHead head,
            byte[] body,
            @Nullable RequestId id,
            ForwardedCall.Relaying relaying) {
        new ForwardedCall(lanes.of(exchange.http()), exchange, standing, id, relaying)
                .start(targets.of(server), head, RequestBody.of(ByteBuffer.wrap(body)));
    }

    private void start(
            McpExchange exchange,
            Address.Known known,
            CallHead head,
            byte[] body,
            @Nullable RequestId id,
            ForwardedCall.Relaying relaying) {
        call(exchange, known.server(), Standing.ofCall(exchange, known.action(), clock), head, body, id, relaying);
    }

    /** Passes an answer on as it comes. Only legacy upstreams have sessions to end. */
    private final class Relaying implements ForwardedCall.Relaying {

        private final McpExchange exchange;
        private final Address.Known known;
        private final @Nullable Runnable sessionGone;

        Relaying(McpExchange exchange, Address.Known known, @Nullable Runnable sessionGone) {
            this.exchange = exchange;
            this.known = known;
            this.sessionGone = sessionGone;
        }

        @Override
        public void relay(ForwardedCall call, LaneAnswer answer) {
            if (answer.mediaType().equals(Replies.EVENT_STREAM)) {
                EventRelay.relay(call, answer, policy, known.server());
            } else if (answer.status() == StatusCodes.ACCEPTED) {
                answer.read(new CollectedAnswer(
                        _ -> Replies.empty(call.http(), StatusCodes.ACCEPTED),
                        () -> call.unavailable(UpstreamFailure.of(FailureCause.TOO_LARGE)),
                        call::unavailable));
            } else {
                JsonRelay.relay(call, answer);
            }
        }

        @Override
        public JsonRpcError hidden(@Nullable RequestId id) {
            Method method = Method.of(exchange.methodName());
            return Hidden.error(
                    method == null ? Method.TOOLS_CALL : method,
                    sessionGone == null ? Era.MODERN : Era.LEGACY,
                    id,
                    known.rename() == null ? known.ownName() : known.rename().value());
        }

        @Override
        public boolean isSessionGone(LaneAnswer answer) {
            return sessionGone != null && answer.status() == StatusCodes.NOT_FOUND;
        }

        @Override
        public void sessionGone() {
            if (sessionGone != null) {
                sessionGone.run();
            }
        }
    }
}
