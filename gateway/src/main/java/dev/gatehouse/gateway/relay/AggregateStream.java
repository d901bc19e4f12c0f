package dev.gatehouse.gateway.relay;

import dev.gatehouse.gateway.dialect.Asked;
import dev.gatehouse.gateway.dialect.LegacyStreamWords;
import dev.gatehouse.gateway.session.SessionState;
import dev.gatehouse.gateway.session.UpstreamSession;
import dev.gatehouse.gateway.upstream.CallHead;
import dev.gatehouse.gateway.upstream.lane.RequestBody;
import dev.gatehouse.gateway.upstream.lane.UpstreamTargets;
import dev.gatehouse.gateway.upstream.session.UpstreamSessions;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The standing stream of a session on the aggregate: those of all upstreams that the caller may use, sieved, in one. */
final class AggregateStream {

    private final UpstreamTargets targets;
    private final UpstreamSessions sessions;
    private final EventFilter filter;

    AggregateStream(UpstreamTargets targets, UpstreamSessions sessions, EventFilter filter) {
        this.targets = targets;
        this.sessions = sessions;
        this.filter = filter;
    }

    void open(Request request, Asked asked, Collection<UpstreamServer> servers) {
        SessionState session = asked.inSession();
        var fan = EventFan.open(request, new LegacyStreamWords());
        for (UpstreamServer server : servers) {
            new StandingLeg(
                            fan,
                            server,
                            targets,
                            () -> dial(session, server.id()),
                            event -> filter.passes(event, server, fan.credential()))
                    .connect();
        }
    }

    private StandingLeg.@Nullable Dial dial(SessionState session, ServerId server) {
        UpstreamSession upstream = sessions.find(session, server);
        return upstream == null ? null : new StandingLeg.Dial(CallHead.stream(upstream), RequestBody.none());
    }
}
