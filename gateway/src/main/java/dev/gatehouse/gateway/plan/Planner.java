package dev.gatehouse.gateway.plan;

import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.ledger.Judgement;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.upstream.EraFinding;
import dev.gatehouse.gateway.upstream.Eras;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the plan of a request on the MCP plane. */
public final class Planner {

    private Planner() {}

    public static Plan plan(Question question, Knowledge known) {
        return switch (question.era()) {
            case LEGACY -> legacy(question, known);
            case MODERN -> modern(question, known);
        };
    }

    /**
     * Of a user who speaks no MCP: on the aggregate, whichever era a server speaks.
     *
     * @param known is asked for owners only
     */
    public static Plan ofUser(Caller caller, Operation.Targeted operation, Knowledge known) {
        return switch (TargetFinder.find(caller, Endpoint.AGGREGATE, Era.MODERN, operation, known)) {
            case TargetFinder.Found(Target target) -> {
                Judgement judgement = Judgement.of(caller.decide(target.action()));
                yield judgement.isAllowed()
                        ? new Plan.Relay(target, judgement)
                        : new Plan.Refuse(judgement, target, target.askedName());
            }
            case TargetFinder.Nowhere nowhere -> refuse(caller, nowhere);
            case TargetFinder.NotKnown(Unknown unknown) -> new Plan.Learn(unknown);
        };
    }

    private static Plan legacy(Question question, Knowledge known) {
        if (question.operation() instanceof Operation.Open) {
            return new Plan.Begin();
        }
        if (!question.inSession()) {
            return Plan.Refuse.on(Grounds.SESSION_REQUIRED);
        }
        return switch (question.operation()) {
            case Operation.Targeted targeted -> targeted(question, targeted, known);
            case Operation.ListItems list -> list(question.endpoint(), list);
            case Operation.Ping _ -> new Plan.Acknowledge();
            case Operation.SetLevel _ -> new Plan.Tell(heard(question));
            case Operation.Notify(Operation.Notice notice) -> notice(question, notice);
            case Operation.Stand _ -> Fans.standing(question);
            case Operation.Close _ -> new Plan.End();
            case Operation.Open _, Operation.Discover _, Operation.Listen _ -> Plan.Refuse.on(Grounds.UNKNOWN_METHOD);
        };
    }

    /** On the aggregate the gateway has confirmed its upstream sessions itself, and it offers upstreams no roots. */
    private static Plan notice(Question question, Operation.Notice notice) {
        return switch (notice) {
            case CANCELLED -> new Plan.Tell(heard(question));
            case INITIALIZED ->
                switch (question.endpoint()) {
                    case Endpoint.Aggregate _ -> new Plan.Acknowledge();
                    case Endpoint.Single(UpstreamServer server) -> new Plan.Pass(server);
                };
            case PROGRESS, ROOTS_CHANGED -> new Plan.Acknowledge();
        };
    }

    /** The servers behind the caller's session. */
    private static List<UpstreamServer> heard(Question question) {
        return switch (question.endpoint()) {
            case Endpoint.Aggregate _ -> question.caller().servers();
            case Endpoint.Single(UpstreamServer server) -> List.of(server);
        };
    }

    private static Plan modern(Question question, Knowledge known) {
        Plan instead = otherEra(question, known);
        if (instead != null) {
            return instead;
        }
        return switch (question.operation()) {
            case Operation.Targeted targeted -> targeted(question, targeted, known);
            case Operation.ListItems list -> list(question.endpoint(), list);
            case Operation.Discover _ -> new Plan.Describe();
            case Operation.Listen listen -> Fans.listening(question, listen.filter(), known);
            case Operation.Stand _, Operation.Close _ -> Plan.Refuse.on(Grounds.SESSIONLESS_ERA);
            case Operation.Open _, Operation.Ping _, Operation.SetLevel _, Operation.Notify _ ->
                Plan.Refuse.on(Grounds.UNKNOWN_METHOD);
        };
    }

    /** Null: there is something here for a modern caller. */
    private static @Nullable Plan otherEra(Question question, Knowledge known) {
        return switch (question.endpoint()) {
            case Endpoint.Aggregate _ -> {
                Served served = known.served(question.caller(), Era.MODERN);
                if (served == null) {
                    yield new Plan.Learn(new Unknown.Versions());
                }
                yield served.here() ? null : new Plan.OtherEra(served.versions());
            }
            case Endpoint.Single(UpstreamServer server) ->
                switch (known.eras(server)) {
                    case null -> new Plan.Learn(new Unknown.ErasOf(server));
                    case Eras eras -> eras.modern() ? null : new Plan.OtherEra(known.versions(server));
                    case UpstreamFailure failure ->
                        question.operation() instanceof Operation.Targeted
                                ? null // which is decided first, so that a rule stands behind what is allowed
                                : new Plan.Unreachable(Judgement.ownView(), server, failure);
                };
        };
    }

    private static Plan list(Endpoint endpoint, Operation.ListItems list) {
        return switch (endpoint) {
            case Endpoint.Aggregate _ ->
                list.cursor() == null
                        ? new Plan.FromCatalogue(list.kind())
                        : Plan.Refuse.on(Grounds.INVALID_CURSOR); // the aggregate has given out none
            case Endpoint.Single(UpstreamServer server) -> new Plan.Page(server, list.kind(), list.cursor());
        };
    }

    private static Plan targeted(Question question, Operation.Targeted targeted, Knowledge known) {
        return switch (TargetFinder.find(question.caller(), question.endpoint(), question.era(), targeted, known)) {
            case TargetFinder.Found(Target target) -> decide(question, target, known);
            case TargetFinder.Nowhere nowhere -> refuse(question.caller(), nowhere);
            case TargetFinder.NotKnown(Unknown unknown) -> new Plan.Learn(unknown);
        };
    }

    /** What no rule grants is refused for that reason first, whatever its name. */
    private static Plan refuse(Caller caller, TargetFinder.Nowhere nowhere) {
        Target near = nowhere.near();
        Judgement judgement = near == null ? null : Judgement.of(caller.decide(near.action()));
        return new Plan.Refuse(
                judgement == null || judgement.isAllowed() ? Judgement.denied(nowhere.why()) : judgement,
                near,
                nowhere.asked());
    }

    private static Plan decide(Question question, Target target, Knowledge known) {
        Judgement judgement = Judgement.of(question.caller().decide(target.action()));
        if (!judgement.isAllowed()) {
            return new Plan.Refuse(judgement, target, target.askedName());
        }
        return switch (question.era()) {
            case LEGACY -> new Plan.Relay(target, judgement);
            case MODERN -> modern(target, judgement, known.eras(target.server()));
        };
    }

    private static Plan modern(Target target, Judgement judgement, @Nullable EraFinding found) {
        return switch (found) {
            case null -> new Plan.Learn(new Unknown.ErasOf(target.server()));
            case Eras eras ->
                eras.modern()
                        ? new Plan.Relay(target, judgement)
                        : new Plan.Refuse(Judgement.denied(Grounds.SERVER_OF_OTHER_ERA), target, target.askedName());
            case UpstreamFailure failure -> new Plan.Unreachable(judgement, target.server(), failure);
        };
    }
}
