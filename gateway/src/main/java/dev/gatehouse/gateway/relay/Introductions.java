package dev.gatehouse.gateway.relay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.catalogue.AggregateDiscover;
import dev.gatehouse.gateway.catalogue.AggregateInitialize;
import dev.gatehouse.gateway.catalogue.ServerDiscover;
import dev.gatehouse.gateway.catalogue.ServerInitialize;
import dev.gatehouse.gateway.dialect.Asked;
import dev.gatehouse.gateway.mcp.BoundedJson;
import dev.gatehouse.gateway.mcp.RawJson;
import dev.gatehouse.gateway.plan.Caller;
import dev.gatehouse.gateway.plan.Endpoint;
import dev.gatehouse.gateway.session.SessionSealer;
import dev.gatehouse.gateway.session.SessionState;
import dev.gatehouse.gateway.upstream.UpstreamAnswer;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.gateway.upstream.session.UpstreamSessions;
import dev.gatehouse.model.access.UpstreamServer;

/** Tells callers what is here: at the beginning of a legacy session, or when a modern caller asks. Ends sessions, too. */
final class Introductions {

    private static final String SESSION_ID = "Mcp-Session-Id";

    private final AggregateInitialize aggregate;
    private final ServerInitialize single;
    private final AggregateDiscover aggregateDiscover;
    private final ServerDiscover singleDiscover;
    private final SessionSealer sealer;
    private final UpstreamSessions sessions;
    private final Aside aside;

    Introductions(Upstreams upstreams, SessionSealer sealer, Aside aside) {
        this.aggregate = upstreams.aggregateInitialize();
        this.single = upstreams.serverInitialize();
        this.aggregateDiscover = upstreams.aggregateDiscover();
        this.singleDiscover = upstreams.serverDiscover();
        this.sessions = upstreams.sessions();
        this.sealer = sealer;
        this.aside = aside;
    }

    void begin(Request request, Asked asked) {
        ObjectNode params = params(asked);
        Caller caller = request.caller();
        switch (request.endpoint()) {
            case Endpoint.Aggregate _ ->
                aside.run(
                        request,
                        asked.id(),
                        () -> aggregate.open(caller.snapshot().servers(), caller.principal(), params),
                        opened -> opened(request, asked, opened.session(), opened.result()));
            case Endpoint.Single(UpstreamServer server) ->
                aside.run(request, asked.id(), () -> single.open(server, caller.principal(), params), result -> {
                    switch (result) {
                        case ServerInitialize.Result.Opened(SessionState session, RawJson answer) ->
                            opened(request, asked, session, answer);
                        case ServerInitialize.Result.Failed(UpstreamFailure failure) ->
                            Unavailable.answer(request, asked.dialect(), asked.id(), failure);
                    }
                });
        }
    }

    void describe(Request request, Asked asked) {
        Caller caller = request.caller();
        switch (request.endpoint()) {
            case Endpoint.Aggregate _ ->
                aside.run(
                        request,
                        asked.id(),
                        () -> aggregateDiscover.result(caller.snapshot().servers(), caller.grants()),
                        result -> request.answer(asked.dialect().result(asked.id(), result)));
            case Endpoint.Single(UpstreamServer server) ->
                aside.run(request, asked.id(), () -> singleDiscover.result(server), answer -> {
                    switch (answer) {
                        case UpstreamAnswer.Answered(ObjectNode result) ->
                            request.answer(asked.dialect().result(asked.id(), RawJson.of(result.toString())));
                        case UpstreamFailure failure ->
                            Unavailable.answer(request, asked.dialect(), asked.id(), failure);
                    }
                });
        }
    }

    /** The upstream sessions that were opened for a session end with it. */
    void end(SessionState session, Caller caller) {
        sealer.end(session);
        sessions.end(session, caller.snapshot().servers());
    }

    private void opened(Request request, Asked asked, SessionState session, RawJson result) {
        request.answer(asked.dialect().result(asked.id(), result).with(SESSION_ID, sealer.seal(session)));
    }

    private static ObjectNode params(Asked asked) {
        ObjectNode message = BoundedJson.object(asked.body());
        return message != null && message.get("params") instanceof ObjectNode params ? params : BoundedJson.newObject();
    }
}
