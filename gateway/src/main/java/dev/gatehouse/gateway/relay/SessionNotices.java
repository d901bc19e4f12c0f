package dev.gatehouse.gateway.relay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.dialect.Asked;
import dev.gatehouse.gateway.dialect.Outgoing;
import dev.gatehouse.gateway.mcp.BoundedJson;
import dev.gatehouse.gateway.session.UpstreamSession;
import dev.gatehouse.gateway.upstream.AnswerHead;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.gateway.upstream.lane.AnswerBody;
import dev.gatehouse.gateway.upstream.lane.AnswerListener;
import dev.gatehouse.gateway.upstream.lane.LaneAnswer;
import dev.gatehouse.gateway.upstream.lane.RequestBody;
import dev.gatehouse.gateway.upstream.lane.UpstreamTargets;
import dev.gatehouse.gateway.upstream.session.UpstreamSessions;
import dev.gatehouse.model.access.UpstreamServer;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Tells the upstream sessions behind a caller's session something that nobody waits for: a cancellation, a log level. An
 * upstream without sessions is not told, as that would concern all of its callers.
 */
final class SessionNotices {

    private final UpstreamTargets targets;
    private final UpstreamSessions sessions;

    SessionNotices(UpstreamTargets targets, UpstreamSessions sessions) {
        this.targets = targets;
        this.sessions = sessions;
    }

    /** A log level, which upstream sessions that open later are told, too. */
    void level(Request request, Asked asked, List<UpstreamServer> servers) {
        ObjectNode message = BoundedJson.object(asked.body());
        if (message != null && message.get("params") instanceof ObjectNode params) {
            sessions.setLevel(asked.inSession(), params);
        }
        tell(request, asked, servers);
    }

    void tell(Request request, Asked asked, List<UpstreamServer> servers) {
        for (UpstreamServer server : servers) {
            UpstreamSession upstream = sessions.find(asked.inSession(), server.id());
            if (upstream != null && !upstream.isStateless()) {
                Lane lane = request.lane();
                var _ = lane.calls()
                        .start(
                                targets.of(server),
                                Outgoing.legacy(upstream),
                                RequestBody.of(ByteBuffer.wrap(asked.body())),
                                lane.buffers(),
                                new Unheard());
            }
        }
    }

    /** Reads a short answer to its end, so that the connection can be used again, and keeps nothing of it. */
    private static final class Unheard implements AnswerListener {

        @Override
        public void answered(LaneAnswer answer) {
            if (answer.mediaType().equals(AnswerHead.EVENT_STREAM)) {
                answer.abort();
            } else {
                answer.read(new Discarded(answer));
            }
        }

        @Override
        public void failed(UpstreamFailure failure) {}
    }

    /** An upstream that has more to say than this says it to nobody. */
    private static final class Discarded implements AnswerBody {

        private static final int MAX_BYTES = 64 << 10;

        private final LaneAnswer answer;
        private int taken;

        Discarded(LaneAnswer answer) {
            this.answer = answer;
        }

        @Override
        public boolean piece(ByteBuffer bytes) {
            taken += bytes.remaining();
            if (taken > MAX_BYTES) {
                answer.abort();
                return false;
            }
            return true;
        }

        @Override
        public void end() {}

        @Override
        public void failed(UpstreamFailure failure) {}
    }
}
