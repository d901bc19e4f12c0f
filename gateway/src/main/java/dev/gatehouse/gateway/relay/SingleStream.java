package dev.gatehouse.gateway.relay;

import dev.gatehouse.gateway.dialect.Asked;
import dev.gatehouse.gateway.dialect.LegacyStreamWords;
import dev.gatehouse.gateway.dialect.Reply;
import dev.gatehouse.gateway.ledger.Ending;
import dev.gatehouse.gateway.session.UpstreamSession;
import dev.gatehouse.gateway.upstream.AnswerHead;
import dev.gatehouse.gateway.upstream.CallHead;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.gateway.upstream.lane.AnswerListener;
import dev.gatehouse.gateway.upstream.lane.Deadlines;
import dev.gatehouse.gateway.upstream.lane.LaneAnswer;
import dev.gatehouse.gateway.upstream.lane.RequestBody;
import dev.gatehouse.gateway.upstream.lane.UpstreamTargets;
import dev.gatehouse.gateway.upstream.session.UpstreamSessions;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The standing stream of a session with one server: the upstream's own, sieved. Where it has none, neither have we. */
final class SingleStream {

    /** Some upstreams send the head of a stream only with its first event; then the caller's stream begins without. */
    private static final long HEAD_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int BAD_GATEWAY = 502;

    private final UpstreamTargets targets;
    private final UpstreamSessions sessions;
    private final EventFilter filter;

    SingleStream(UpstreamTargets targets, UpstreamSessions sessions, EventFilter filter) {
        this.targets = targets;
        this.sessions = sessions;
        this.filter = filter;
    }

    void open(Request request, Asked asked, UpstreamServer server) {
        UpstreamSession upstream = sessions.find(asked.inSession(), server.id());
        if (upstream == null) {
            request.answer(none(METHOD_NOT_ALLOWED));
            return;
        }
        Lane lane = request.lane();
        var opening = new Opening(request, server);
        var _ = lane.calls()
                .start(targets.of(server), CallHead.stream(upstream), RequestBody.none(), lane.buffers(), opening);
    }

    private static Reply none(int status) {
        Reply reply = Reply.empty(status);
        return status == METHOD_NOT_ALLOWED ? reply.with("Allow", "POST") : reply;
    }

    private final class Opening implements AnswerListener {

        private final Request request;
        private final UpstreamServer server;
        private final Deadlines.Entry patience;
        private @Nullable EventFan fan;

        Opening(Request request, UpstreamServer server) {
            this.request = request;
            this.server = server;
            this.patience = request.lane().deadlines().start(this::begin);
            patience.within(HEAD_PATIENCE_NANOS);
        }

        @Override
        public void answered(LaneAnswer answer) {
            if (answer.status() == OK && answer.mediaType().equals(AnswerHead.EVENT_STREAM)) {
                EventFan begun = begin();
                var sieve = new EventSieve(
                        request.lane().scanners(),
                        server.key(),
                        event -> filter.passes(event, server, begun.credential()));
                EventLeg.join(begun, server.key(), sieve, answer, () -> begun.end(Ending.CLOSED));
            } else {
                int status = answer.status();
                answer.abort();
                hasNone(status == NOT_FOUND ? status : METHOD_NOT_ALLOWED);
            }
        }

        @Override
        public void failed(UpstreamFailure failure) {
            if (fan == null) {
                request.entry().ends(failure.cause());
            }
            hasNone(BAD_GATEWAY);
        }

        private EventFan begin() {
            patience.cancel();
            if (fan == null) {
                fan = EventFan.open(request, new LegacyStreamWords());
            }
            return fan;
        }

        private void hasNone(int status) {
            patience.cancel();
            if (fan != null) {
                fan.end(Ending.CLOSED);
            } else {
                request.answer(none(status));
            }
        }
    }
}
