package dev.gatehouse.gateway.relay;

import dev.gatehouse.gateway.catalogue.Attention;
import dev.gatehouse.gateway.dialect.Asked;
import dev.gatehouse.gateway.dialect.LegacyStreamWords;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.Message;
import dev.gatehouse.gateway.session.SessionState;
import dev.gatehouse.gateway.session.UpstreamSession;
import dev.gatehouse.gateway.upstream.CallHead;
import dev.gatehouse.gateway.upstream.lane.RequestBody;
import dev.gatehouse.gateway.upstream.lane.UpstreamTargets;
import dev.gatehouse.gateway.upstream.session.UpstreamSessions;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The standing stream of a session on the aggregate: those of all upstreams with which the session has begun something, sieved,
 * in one, and what is heard of changed lists.
 */
final class AggregateStream {

    private final UpstreamTargets targets;
    private final UpstreamSessions sessions;
    private final EventFilter filter;
    private final Attention attention;

    AggregateStream(UpstreamTargets targets, UpstreamSessions sessions, EventFilter filter, Attention attention) {
        this.targets = targets;
        this.sessions = sessions;
        this.filter = filter;
        this.attention = attention;
    }

    /** @param servers those that the caller may know of */
    void open(Request request, Asked asked, Collection<UpstreamServer> servers) {
        SessionState session = asked.inSession();
        var fan = EventFan.open(request, new LegacyStreamWords());
        AggregateEar.join(fan, Era.LEGACY, attention);
        var feeds = new Feeds(fan, session, Set.copyOf(servers));
        Runnable forget =
                sessions.whenOpened(session, server -> request.lane().thread().execute(() -> feeds.feed(server)));
        fan.whenOver(forget);
        servers.forEach(feeds::feed);
    }

    /** The upstream streams of one session: one for each server of which the session has used something. */
    private final class Feeds {

        private final EventFan fan;
        private final SessionState session;
        private final Set<UpstreamServer> visible;
        private final Set<ServerId> fed = new HashSet<>();

        Feeds(EventFan fan, SessionState session, Set<UpstreamServer> visible) {
            this.fan = fan;
            this.session = session;
            this.visible = visible;
        }

        void feed(UpstreamServer server) {
            if (visible.contains(server) && dial(server) != null && fed.add(server.id())) {
                new StandingLeg(fan, server, targets, () -> dial(server), event -> passes(event, server)).connect();
            }
        }

        private StandingLeg.@Nullable Dial dial(UpstreamServer server) {
            UpstreamSession upstream = sessions.find(session, server.id());
            return upstream == null ? null : new StandingLeg.Dial(CallHead.stream(upstream), RequestBody.none());
        }

        /** Of changed lists the catalogues tell, to all who may see them. */
        private boolean passes(Message event, UpstreamServer server) {
            return filter.passes(event, server, fan.credential()) && !EventFilter.isOfLists(event);
        }
    }
}
