package dev.gatehouse.gateway.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.mcp.BoundedJson;
import dev.gatehouse.gateway.session.SessionState;
import dev.gatehouse.gateway.session.UpstreamSession;
import dev.gatehouse.gateway.upstream.lane.Answer;
import dev.gatehouse.gateway.upstream.lane.AnswerBody;
import dev.gatehouse.gateway.upstream.lane.AnswerListener;
import dev.gatehouse.gateway.upstream.lane.RequestBody;
import dev.gatehouse.gateway.upstream.lane.UpstreamFailure;
import dev.gatehouse.gateway.upstream.lane.UpstreamTargets;
import dev.gatehouse.gateway.upstream.session.UpstreamSessions;
import dev.gatehouse.model.access.Action;
import dev.gatehouse.model.access.Decider;
import dev.gatehouse.model.access.UpstreamServer;
import java.nio.ByteBuffer;

/**
 * Tells the upstream sessions behind a client's session something that nobody waits for: a cancellation, a log level. An
 * upstream without sessions is not told, as that would concern all of its callers.
 */
final class UpstreamNotices {

    private final IoLanes lanes;
    private final UpstreamTargets targets;
    private final UpstreamSessions sessions;

    UpstreamNotices(IoLanes lanes, UpstreamTargets targets, UpstreamSessions sessions) {
        this.lanes = lanes;
        this.targets = targets;
        this.sessions = sessions;
    }

    /** A log level, which upstream sessions that open later are told, too. */
    void level(McpExchange exchange, SessionState session, byte[] body) {
        ObjectNode message = BoundedJson.object(body);
        if (message != null && message.get("params") instanceof ObjectNode params) {
            sessions.setLevel(session, params);
        }
        tell(exchange, session, body);
    }

    void tell(McpExchange exchange, SessionState session, byte[] body) {
        switch (exchange.endpoint()) {
            case Endpoint.Single(var server) -> tell(exchange, session, server, body);
            case Endpoint.Aggregate _ -> {
                for (UpstreamServer server : exchange.snapshot().servers()) {
                    if (Decider.decide(exchange.grants(), new Action.Server(server.id()))
                            .isAllowed()) {
                        tell(exchange, session, server, body);
                    }
                }
            }
        }
    }

    private void tell(McpExchange exchange, SessionState session, UpstreamServer server, byte[] body) {
        UpstreamSession upstream = sessions.find(session, server.id());
        if (upstream != null && !upstream.isStateless()) {
            var http = exchange.http();
            var _ = lanes.of(http)
                    .calls()
                    .start(
                            targets.of(server),
                            LegacyHeads.post(upstream),
                            RequestBody.of(ByteBuffer.wrap(body)),
                            http.getConnection().getByteBufferPool(),
                            new Unheard());
        }
    }

    /** Reads an answer to its end, so that the connection can be used again, and keeps nothing of it. */
    private static final class Unheard implements AnswerListener, AnswerBody {

        @Override
        public void answered(Answer answer) {
            if (answer.mediaType().equals(Replies.EVENT_STREAM)) {
                answer.abort();
            } else {
                answer.read(this);
            }
        }

        @Override
        public boolean piece(ByteBuffer bytes) {
            return true;
        }

        @Override
        public void end() {}

        @Override
        public void failed(UpstreamFailure failure) {}
    }
}
