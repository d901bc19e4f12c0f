package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.audit.AuditEvent.Verdict;
import dev.gatehouse.gateway.session.SessionState;
import dev.gatehouse.gateway.session.UpstreamSession;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.gateway.upstream.lane.AnswerListener;
import dev.gatehouse.gateway.upstream.lane.Deadlines;
import dev.gatehouse.gateway.upstream.lane.LaneAnswer;
import dev.gatehouse.gateway.upstream.lane.RequestBody;
import dev.gatehouse.gateway.upstream.lane.UpstreamTargets;
import dev.gatehouse.gateway.upstream.session.UpstreamSessions;
import dev.gatehouse.model.access.UpstreamServer;
import io.undertow.util.StatusCodes;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The standing stream of a session with one server: the upstream's own, sieved. Where it has none, neither have we. */
final class SingleStream {

    /** Some upstreams send the head of a stream only with its first event; then the client's stream begins without. */
    private static final long HEAD_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final IoLanes lanes;
    private final UpstreamTargets targets;
    private final UpstreamSessions sessions;
    private final EventPolicy policy;
    private final Clock clock;

    SingleStream(IoLanes lanes, UpstreamTargets targets, UpstreamSessions sessions, EventPolicy policy, Clock clock) {
        this.lanes = lanes;
        this.targets = targets;
        this.sessions = sessions;
        this.policy = policy;
        this.clock = clock;
    }

    void open(McpExchange exchange, SessionState session, UpstreamServer server) {
        UpstreamSession upstream = sessions.find(session, server.id());
        if (upstream == null) {
            exchange.audit(Verdict.DENIED, "no upstream session");
            Replies.empty(exchange.http(), StatusCodes.METHOD_NOT_ALLOWED);
            return;
        }
        IoLane lane = lanes.of(exchange.http());
        var opening = new Opening(lane, exchange, server);
        var _ = lane.calls()
                .start(
                        targets.of(server),
                        LegacyHeads.stream(upstream),
                        RequestBody.none(),
                        exchange.http().getConnection().getByteBufferPool(),
                        opening);
    }

    private final class Opening implements AnswerListener {

        private final IoLane lane;
        private final McpExchange exchange;
        private final UpstreamServer server;
        private final Deadlines.Entry patience;
        private @Nullable EventFan fan;

        Opening(IoLane lane, McpExchange exchange, UpstreamServer server) {
            this.lane = lane;
            this.exchange = exchange;
            this.server = server;
            this.patience = lane.deadlines().start(this::begin);
            patience.within(HEAD_PATIENCE_NANOS);
        }

        @Override
        public void answered(LaneAnswer answer) {
            if (answer.status() == StatusCodes.OK && answer.mediaType().equals(Replies.EVENT_STREAM)) {
                EventFan begun = begin();
                var sieve = new EventSieve(lane.events(), event -> policy.passes(event, server, exchange, null));
                EventLeg.join(begun, server.key(), sieve, answer, begun::end);
            } else {
                int status = answer.status();
                answer.abort();
                none(status == StatusCodes.NOT_FOUND ? status : StatusCodes.METHOD_NOT_ALLOWED);
            }
        }

        @Override
        public void failed(UpstreamFailure failure) {
            none(StatusCodes.BAD_GATEWAY);
        }

        private EventFan begin() {
            patience.cancel();
            if (fan == null) {
                fan = EventFan.open(lane, exchange, Standing.ofView(exchange, clock), new LegacyFarewell());
            }
            return fan;
        }

        private void none(int status) {
            patience.cancel();
            if (fan != null) {
                fan.end();
            } else {
                exchange.audit(Verdict.ALLOWED, "upstream has no stream");
                Replies.empty(exchange.http(), status);
            }
        }
    }
}
