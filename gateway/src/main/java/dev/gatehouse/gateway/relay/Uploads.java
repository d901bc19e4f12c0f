package dev.gatehouse.gateway.relay;

import dev.gatehouse.gateway.dialect.Outgoing;
import dev.gatehouse.gateway.ledger.Judgement;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.Method;
import dev.gatehouse.gateway.mcp.SplicedBody;
import dev.gatehouse.gateway.mcp.Text;
import dev.gatehouse.gateway.plan.Operation;
import dev.gatehouse.gateway.plan.Plan;
import dev.gatehouse.gateway.plan.Planner;
import dev.gatehouse.gateway.plan.Question;
import dev.gatehouse.gateway.plan.Target;
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

    private final UpstreamKnowledge known;
    private final UpstreamSessions sessions;
    private final Calls calls;

    Uploads(UpstreamKnowledge known, UpstreamSessions sessions, Calls calls) {
        this.known = known;
        this.sessions = sessions;
        this.calls = calls;
    }

    /**
     * Begins if the plan of the call is to relay it; nothing is refused here.
     *
     * @param length of the whole body, or negative
     * @param resume runs when the caller may send more
     */
    public @Nullable Upload begin(
            Request request, String method, Text name, SessionState session, long length, Runnable resume) {
        if (!method.equals(Method.TOOLS_CALL.wireName())) {
            return null;
        }
        var question =
                new Question(request.caller(), request.endpoint(), Era.LEGACY, new Operation.CallTool(name), true);
        if (!(Planner.plan(question, known) instanceof Plan.Relay(Target target, Judgement judgement))) {
            return null;
        }
        UpstreamSession upstream = sessions.find(session, target.server().id());
        if (upstream == null) {
            return null;
        }
        request.entry().decided(judgement);
        request.entry().concerns(target.server().key(), target.ownName());
        SplicedBody splice = Outgoing.renamed(target);
        RequestBody body = RequestBody.growing(length < 0 ? -1 : splice.length(length), resume);
        return new Upload(calls.upload(request, target, Outgoing.legacy(upstream), body), body, splice);
    }
}
