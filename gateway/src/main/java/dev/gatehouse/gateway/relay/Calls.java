package dev.gatehouse.gateway.relay;

import dev.gatehouse.gateway.dialect.Asked;
import dev.gatehouse.gateway.dialect.Dialect;
import dev.gatehouse.gateway.dialect.Legacy;
import dev.gatehouse.gateway.dialect.Outgoing;
import dev.gatehouse.gateway.dialect.Words;
import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.mcp.RequestId;
import dev.gatehouse.gateway.mcp.Text;
import dev.gatehouse.gateway.plan.Endpoint;
import dev.gatehouse.gateway.plan.Operation;
import dev.gatehouse.gateway.plan.Standing;
import dev.gatehouse.gateway.plan.Target;
import dev.gatehouse.gateway.session.UpstreamSession;
import dev.gatehouse.gateway.upstream.CallHead;
import dev.gatehouse.gateway.upstream.Opening;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.gateway.upstream.lane.RequestBody;
import dev.gatehouse.gateway.upstream.lane.UpstreamTargets;
import dev.gatehouse.gateway.upstream.session.UpstreamSessions;
import dev.gatehouse.model.access.Action;
import dev.gatehouse.model.access.UpstreamServer;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Sends decided messages to their upstreams on the caller's lane, and the answers back. */
final class Calls {

    private final UpstreamTargets targets;
    private final UpstreamSessions sessions;
    private final EventFilter filter;
    private final Aside aside;
    private final Outgoing outgoing = new Outgoing();

    Calls(UpstreamTargets targets, UpstreamSessions sessions, EventFilter filter, Aside aside) {
        this.targets = targets;
        this.sessions = sessions;
        this.filter = filter;
        this.aside = aside;
    }

    void relay(Request request, Asked asked, Target target) {
        byte[] body = outgoing.body(asked, target).apply(asked.body());
        switch (asked.dialect().era()) {
            case MODERN -> send(request, asked, target, Outgoing.modern(asked, target), body, null);
            case LEGACY -> inSession(request, asked, target, body);
        }
    }

    /** Passes a notification of a session with one server on to it. */
    void pass(Request request, Asked asked, UpstreamServer server) {
        UpstreamSession upstream = sessions.find(asked.inSession(), server.id());
        if (upstream == null) {
            sessionGone(request, asked.id());
            return;
        }
        var target = new Target(server, new Action.Server(server.id()), "", null);
        Runnable gone = () -> sessionGone(request, asked.id());
        send(request, asked, target, Outgoing.legacy(upstream), asked.body(), gone);
    }

    /** Opens the way for a message that still arrives. */
    RelayedCall upload(Request request, Target target, CallHead head, RequestBody body) {
        Dialect dialect = new Legacy();
        var operation = new Operation.CallTool(new Text(target.askedName(), 0, 0));
        var relay = new Passing(filter, dialect, operation, target, request, () -> sessionGone(request, null));
        var call = new RelayedCall(request, dialect, standing(request, target), null, relay);
        call.arriving();
        call.start(targets.of(target.server()), head, body);
        return call;
    }

    /** Sends a message whose answer needs more than to be passed on. */
    void send(
            Request request,
            Dialect dialect,
            UpstreamServer server,
            CallHead head,
            byte[] body,
            @Nullable RequestId id,
            AnswerRelay relay) {
        new RelayedCall(request, dialect, Standing.ofView(request.caller().credential()), id, relay)
                .start(targets.of(server), head, RequestBody.of(ByteBuffer.wrap(body)));
    }

    static void sessionGone(Request request, @Nullable RequestId id) {
        request.refuse(
                Grounds.SESSION_UNKNOWN, Words.of(Grounds.SESSION_UNKNOWN).reply(id));
    }

    private void inSession(Request request, Asked asked, Target target, byte[] body) {
        UpstreamSession upstream =
                sessions.find(asked.inSession(), target.server().id());
        if (upstream != null) {
            inSession(request, asked, target, body, upstream, true);
        } else {
            aside.run(
                    request,
                    asked.id(),
                    () -> sessions.openLazily(asked.inSession(), target.server()),
                    opening -> opened(request, asked, target, body, opening));
        }
    }

    private void opened(Request request, Asked asked, Target target, byte[] body, Opening opening) {
        switch (opening) {
            case Opening.Stands(UpstreamSession upstream) -> inSession(request, asked, target, body, upstream, false);
            case UpstreamFailure failure -> Unavailable.answer(request, asked.dialect(), asked.id(), failure);
        }
    }

    /** On the aggregate a session that the upstream has ended is opened again, once. */
    private void inSession(
            Request request, Asked asked, Target target, byte[] body, UpstreamSession upstream, boolean mayReopen) {
        Runnable gone = () -> {
            if (mayReopen && request.endpoint() instanceof Endpoint.Aggregate) {
                aside.run(
                        request,
                        asked.id(),
                        () -> sessions.openAgain(asked.inSession(), target.server(), upstream),
                        opening -> opened(request, asked, target, body, opening));
            } else {
                sessionGone(request, asked.id());
            }
        };
        send(request, asked, target, Outgoing.legacy(upstream), body, gone);
    }

    private void send(
            Request request, Asked asked, Target target, CallHead head, byte[] body, @Nullable Runnable sessionGone) {
        var relay = new Passing(filter, asked.dialect(), asked.operation(), target, request, sessionGone);
        new RelayedCall(request, asked.dialect(), standing(request, target), asked.id(), relay)
                .start(targets.of(target.server()), head, RequestBody.of(ByteBuffer.wrap(body)));
    }

    private static Standing standing(Request request, Target target) {
        return Standing.ofCall(request.caller().credential(), target.action());
    }
}
