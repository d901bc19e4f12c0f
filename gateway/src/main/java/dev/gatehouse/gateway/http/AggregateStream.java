package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.catalogue.Attention;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.session.SessionState;
import dev.gatehouse.gateway.session.UpstreamSession;
import dev.gatehouse.gateway.upstream.lane.Answer;
import dev.gatehouse.gateway.upstream.lane.AnswerListener;
import dev.gatehouse.gateway.upstream.lane.RequestBody;
import dev.gatehouse.gateway.upstream.lane.UpstreamFailure;
import dev.gatehouse.gateway.upstream.lane.UpstreamTargets;
import dev.gatehouse.gateway.upstream.session.UpstreamSessions;
import dev.gatehouse.model.access.Action;
import dev.gatehouse.model.access.Decider;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.UpstreamServer;
import io.undertow.util.StatusCodes;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The standing stream of a session on the aggregate: those of all upstreams with which the session has begun something, sieved,
 * in one, and what is heard of changed lists.
 */
final class AggregateStream {

    private static final long RECONNECT_SECONDS = 5;

    private final IoLanes lanes;
    private final UpstreamTargets targets;
    private final UpstreamSessions sessions;
    private final EventPolicy policy;
    private final Attention attention;
    private final Clock clock;

    AggregateStream(
            IoLanes lanes,
            UpstreamTargets targets,
            UpstreamSessions sessions,
            EventPolicy policy,
            Attention attention,
            Clock clock) {
        this.lanes = lanes;
        this.targets = targets;
        this.sessions = sessions;
        this.policy = policy;
        this.attention = attention;
        this.clock = clock;
    }

    void open(McpExchange exchange, SessionState session) {
        IoLane lane = lanes.of(exchange.http());
        var fan = EventFan.open(lane, exchange, Standing.ofView(exchange, clock), new LegacyFarewell());
        AggregateEar.join(fan, Era.LEGACY, attention);
        var feeds = new Feeds(fan, session);
        fan.whenOver(sessions.whenOpened(session, server -> lane.thread().execute(() -> feeds.feed(server))));
        exchange.snapshot().servers().forEach(feeds::feed);
    }

    /** The upstream streams of one session: one for each server of which the session has used something. */
    private final class Feeds {

        private final EventFan fan;
        private final SessionState session;
        private final Set<ServerId> fed = new HashSet<>();

        Feeds(EventFan fan, SessionState session) {
            this.fan = fan;
            this.session = session;
        }

        void feed(UpstreamServer server) {
            boolean visible = Decider.decide(fan.exchange().grants(), new Action.Server(server.id()))
                    .isAllowed();
            if (visible && sessions.find(session, server.id()) != null && fed.add(server.id())) {
                new Feed(fan, session, server).connect();
            }
        }
    }

    /** One upstream's part, which comes back after the upstream has been away. */
    private final class Feed implements AnswerListener {

        private final EventFan fan;
        private final SessionState session;
        private final UpstreamServer server;

        Feed(EventFan fan, SessionState session, UpstreamServer server) {
            this.fan = fan;
            this.session = session;
            this.server = server;
        }

        void connect() {
            if (fan.isOver()) {
                return;
            }
            UpstreamSession upstream = sessions.find(session, server.id());
            if (upstream == null) {
                reconnect();
                return;
            }
            var _ = fan.lane()
                    .calls()
                    .start(
                            targets.of(server),
                            LegacyHeads.stream(upstream),
                            RequestBody.none(),
                            fan.http().getConnection().getByteBufferPool(),
                            this);
        }

        @Override
        public void answered(Answer answer) {
            if (answer.status() == StatusCodes.OK && answer.mediaType().equals(Replies.EVENT_STREAM)) {
                var sieve = new EventSieve(
                        fan.lane().events(),
                        event -> policy.passes(event, server, fan.exchange(), null) && !EventPolicy.isOfLists(event));
                EventLeg.join(fan, server.key(), sieve, answer, this::reconnect);
            } else {
                boolean hasNone = answer.status() == StatusCodes.METHOD_NOT_ALLOWED;
                answer.abort();
                if (!hasNone) {
                    reconnect();
                }
            }
        }

        @Override
        public void failed(UpstreamFailure failure) {
            reconnect();
        }

        private void reconnect() {
            if (!fan.isOver()) {
                fan.lane().thread().executeAfter(this::connect, RECONNECT_SECONDS, TimeUnit.SECONDS);
            }
        }
    }
}
