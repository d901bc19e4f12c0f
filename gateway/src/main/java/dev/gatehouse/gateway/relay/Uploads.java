package dev.gatehouse.gateway.relay;

import dev.gatehouse.gateway.dialect.Outgoing;
import dev.gatehouse.gateway.ledger.Judgement;
import dev.gatehouse.gateway.mcp.Method;
import dev.gatehouse.gateway.mcp.SplicedBody;
import dev.gatehouse.gateway.mcp.Text;
import dev.gatehouse.gateway.plan.Target;
import dev.gatehouse.gateway.plan.TargetFinder;
import dev.gatehouse.gateway.session.SessionState;
import dev.gatehouse.gateway.session.UpstreamSession;
import dev.gatehouse.gateway.upstream.lane.RequestBody;
import dev.gatehouse.gateway.upstream.session.UpstreamSessions;
import org.jspecify.annotations.Nullable;

/**
 * Lets large tool calls go upstream while they arrive, where everything that decides is known by then. Whatever is not
 * plain at that point is left to the ordinary way, which takes the message whole. Legacy calls only: what a modern one
 * declares of itself may have to change, wherever in it that stands.
 */
public final class Uploads {

    private final UpstreamSessions sessions;
    private final Calls calls;

    Uploads(UpstreamSessions sessions, Calls calls) {
        this.sessions = sessions;
        this.calls = calls;
    }

    /**
     * Begins if the call is allowed; nothing is refused here.
     *
     * @param length of the whole body, or negative
     * @param resume runs when the caller may send more
     */
    public @Nullable Upload begin(
            Request request, String method, Text name, SessionState session, long length, Runnable resume) {
        if (!method.equals(Method.TOOLS_CALL.wireName())
                || !(TargetFinder.tool(request.caller(), request.endpoint(), name)
                        instanceof TargetFinder.Found(Target target))) {
            return null;
        }
        Judgement judgement = Judgement.of(request.caller().decide(target.action()));
        UpstreamSession upstream = sessions.find(session, target.server().id());
        if (!judgement.isAllowed() || upstream == null) {
            return null;
        }
        request.entry().decided(judgement);
        request.entry().concerns(target.server().key(), target.ownName());
        SplicedBody splice = Outgoing.renamed(target);
        RequestBody body = RequestBody.growing(length < 0 ? -1 : splice.length(length), resume);
        return new Upload(calls.upload(request, target, Outgoing.legacy(upstream), body), body, splice);
    }
}
