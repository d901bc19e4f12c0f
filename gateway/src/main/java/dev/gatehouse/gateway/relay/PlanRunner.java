package dev.gatehouse.gateway.relay;

import dev.gatehouse.gateway.dialect.Asked;
import dev.gatehouse.gateway.dialect.Reply;
import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.ledger.Judgement;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.Refusal;
import dev.gatehouse.gateway.mcp.UnsupportedVersion;
import dev.gatehouse.gateway.plan.Endpoint;
import dev.gatehouse.gateway.plan.Knowledge;
import dev.gatehouse.gateway.plan.Operation;
import dev.gatehouse.gateway.plan.Plan;
import dev.gatehouse.gateway.plan.Planner;
import dev.gatehouse.gateway.plan.Question;
import dev.gatehouse.gateway.plan.Target;
import dev.gatehouse.gateway.plan.Unknown;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.List;

/** Makes the plan of each request and carries it out. */
public final class PlanRunner {

    private static final int NO_CONTENT = 204;

    private final UpstreamKnowledge known;
    private final Calls calls;
    private final ListPages pages;
    private final Lists lists;
    private final Introductions introductions;
    private final Streams streams;
    private final SessionNotices notices;
    private final Aside aside;

    PlanRunner(
            UpstreamKnowledge known,
            Calls calls,
            ListPages pages,
            Lists lists,
            Introductions introductions,
            Streams streams,
            SessionNotices notices,
            Aside aside) {
        this.known = known;
        this.calls = calls;
        this.pages = pages;
        this.lists = lists;
        this.introductions = introductions;
        this.streams = streams;
        this.notices = notices;
        this.aside = aside;
    }

    /** On the lane of the request. */
    public void run(Request request, Asked asked) {
        run(request, asked, known);
    }

    /**
     * Answers a version that nobody here speaks with those that {@code server/discover} on the same endpoint names.
     *
     * @param requested as the caller spelt it
     */
    public void refuseVersion(Request request, Refusal refusal, String requested) {
        switch (request.endpoint()) {
            case Endpoint.Single(UpstreamServer server) ->
                refuseVersion(request, refusal, requested, known.versions(server));
            case Endpoint.Aggregate _ ->
                aside.run(
                        request,
                        refusal.id(),
                        () -> known.versions(request.caller()),
                        versions -> refuseVersion(request, refusal, requested, versions));
        }
    }

    private static void refuseVersion(Request request, Refusal refusal, String requested, List<String> versions) {
        var error = new UnsupportedVersion(refusal.message(), versions, requested).to(refusal.id());
        request.refuse(Grounds.of(refusal), Reply.json(refusal.status(), error.body()));
    }

    private void run(Request request, Asked asked, Knowledge knowledge) {
        Era era = asked.dialect().era();
        var question =
                new Question(request.caller(), request.endpoint(), era, asked.operation(), asked.session() != null);
        Plan plan = Planner.plan(question, knowledge);
        Judgement judgement = plan.judgement();
        if (judgement != null) {
            request.entry().decided(judgement);
        }
        carryOut(request, asked, knowledge, plan);
    }

    private void carryOut(Request request, Asked asked, Knowledge knowledge, Plan plan) {
        switch (plan) {
            case Plan.Relay(Target target, var _) -> {
                concern(request, target);
                calls.relay(request, asked, target);
            }
            case Plan.Pass(var server) -> calls.pass(request, asked, server);
            case Plan.Page page -> pages.page(request, asked, page);
            case Plan.FromCatalogue(var kind) -> lists.fromCatalogue(request, asked, kind);
            case Plan.Describe _ -> introductions.describe(request, asked);
            case Plan.Begin _ -> introductions.begin(request, asked);
            case Plan.End _ -> {
                introductions.end(asked.inSession(), request.caller());
                request.answer(Reply.empty(NO_CONTENT));
            }
            case Plan.Fan fan -> streams.open(request, asked, fan);
            case Plan.Tell(var servers) -> {
                if (asked.operation() instanceof Operation.SetLevel) {
                    notices.level(request, asked, servers);
                } else {
                    notices.tell(request, asked, servers);
                }
                request.answer(asked.dialect().acknowledgement(asked.message()));
            }
            case Plan.Acknowledge _ -> request.answer(asked.dialect().acknowledgement(asked.message()));
            case Plan.Refuse refuse -> refuse(request, asked, refuse);
            case Plan.OtherEra(var versions) ->
                request.refuse(Grounds.SERVER_OF_OTHER_ERA, asked.dialect().otherEra(asked.id(), versions));
            case Plan.Unreachable(var _, var server, var failure) -> {
                request.entry().concerns(server.key(), null);
                Unavailable.answer(request, asked.dialect(), asked.id(), failure);
            }
            case Plan.Learn(Unknown unknown) -> learn(request, asked, knowledge, unknown);
        }
    }

    private void learn(Request request, Asked asked, Knowledge knowledge, Unknown unknown) {
        Era era = asked.dialect().era();
        aside.run(
                request,
                asked.id(),
                () -> known.learn(knowledge, unknown, request.caller(), era),
                more -> run(request, asked, more));
    }

    private static void refuse(Request request, Asked asked, Plan.Refuse plan) {
        Target concerning = plan.concerning();
        if (concerning != null) {
            concern(request, concerning);
        } else if (!plan.asked().isEmpty()) {
            request.entry().concerns(null, plan.asked());
        }
        var grounds = plan.judgement().grounds();
        request.refuse(grounds, asked.dialect().refusal(grounds, asked.operation(), asked.id(), plan.asked()));
    }

    private static void concern(Request request, Target target) {
        request.entry().concerns(target.server().key(), target.ownName());
    }
}
