package dev.gatehouse.gateway.relay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.catalogue.AggregateDiscover;
import dev.gatehouse.gateway.catalogue.AggregateInitialize;
import dev.gatehouse.gateway.catalogue.EraClaim;
import dev.gatehouse.gateway.catalogue.OfferedVersions;
import dev.gatehouse.gateway.catalogue.ServerDiscover;
import dev.gatehouse.gateway.catalogue.ServerInitialize;
import dev.gatehouse.gateway.dialect.Asked;
import dev.gatehouse.gateway.ledger.Grounds;
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
import java.util.List;

/** Tells callers what is here: at the beginning of a legacy session, or when a modern caller asks. Ends sessions, too. */
final class Introductions {

    private static final String SESSION_ID = "Mcp-Session-Id";

    private final AggregateInitialize aggregate;
    private final ServerInitialize single;
    private final AggregateDiscover aggregateDiscover;
    private final ServerDiscover singleDiscover;
    private final OfferedVersions versions;
    private final SessionSealer sealer;
    private final UpstreamSessions sessions;
    private final Aside aside;

    Introductions(Upstreams upstreams, SessionSealer sealer, Aside aside) {
        this.aggregate = upstreams.aggregateInitialize();
        this.single = upstreams.serverInitialize();
        this.aggregateDiscover = upstreams.aggregateDiscover();
        this.singleDiscover = upstreams.serverDiscover();
        this.versions = upstreams.versions();
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
                        result -> {
                            switch (result) {
                                case AggregateInitialize.Result.Opened(SessionState session, RawJson answer) ->
                                    opened(request, asked, session, answer);
                                case AggregateInitialize.Result.Refused(EraClaim claim) ->
                                    modernOnly(request, asked, params, claim.versions());
                            }
                        });
            case Endpoint.Single(UpstreamServer server) ->
                aside.run(request, asked.id(), () -> single.open(server, caller.principal(), params), result -> {
                    switch (result) {
                        case ServerInitialize.Result.Opened(SessionState session, RawJson answer) ->
                            opened(request, asked, session, answer);
                        case ServerInitialize.Result.Failed(UpstreamFailure failure) ->
                            Unavailable.answer(request, asked.dialect(), asked.id(), failure);
                        case ServerInitialize.Result.OtherEra _ ->
                            modernOnly(request, asked, params, versions.of(server));
                    }
                });
        }
    }

    private static void modernOnly(Request request, Asked asked, ObjectNode params, List<String> supported) {
        String requested = params.path("protocolVersion").asText("");
        request.refuse(Grounds.SERVER_OF_OTHER_ERA, asked.dialect().noInitialize(asked.id(), supported, requested));
    }

    void describe(Request request, Asked asked) {
        Caller caller = request.caller();
        switch (request.endpoint()) {
            case Endpoint.Aggregate _ ->
                aside.run(
                        request,
                        asked.id(),
                        () -> aggregateDiscover.result(caller.snapshot().servers(), caller.grants()),
                        result -> {
                            switch (result) {
                                case AggregateDiscover.Result.Discovered(RawJson view) ->
                                    request.answer(asked.dialect().result(asked.id(), view));
                                case AggregateDiscover.Result.Refused(EraClaim claim) ->
                                    request.refuse(
                                            Grounds.SERVER_OF_OTHER_ERA,
                                            asked.dialect().otherEra(asked.id(), claim.versions()));
                            }
                        });
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
