package dev.gatehouse.gateway.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.api.AllowedPrincipalsView.Question.Asked;
import dev.gatehouse.gateway.api.AllowedPrincipalsView.Question.Malformed;
import dev.gatehouse.gateway.api.AllowedPrincipalsView.Question.NoServer;
import dev.gatehouse.gateway.catalogue.ListActions;
import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.ledger.Judgement;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.plan.sight.Sight;
import dev.gatehouse.model.access.Action;
import dev.gatehouse.model.access.Decision;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.UpstreamServer;
import org.jspecify.annotations.Nullable;

/** Who may use one tool, prompt or resource, by the decision that calls are judged by. */
final class AllowedPrincipalsView {

    private static final int LARGEST_PAGE = 1_000;

    /** What the query asks after. */
    sealed interface Question {

        record Asked(UpstreamServer server, String own, Action action) implements Question {}

        record NoServer() implements Question {}

        /** Not exactly one of a tool, a prompt, and a resource with its server. */
        record Malformed() implements Question {}
    }

    RouteAnswer who(ApiRequest request) {
        Paging paging = Paging.of(request, LARGEST_PAGE, LARGEST_PAGE);
        PrincipalKey after = paging == null || paging.after() == null ? null : PrincipalPage.key(paging.after());
        if (paging == null || (paging.after() != null && after == null)) {
            return RouteAnswer.refused(ProblemKind.MALFORMED_QUERY, Grounds.MALFORMED_QUERY);
        }
        return switch (question(request)) {
            case Malformed() -> RouteAnswer.refused(ProblemKind.MALFORMED_QUERY, Grounds.MALFORMED_QUERY);
            case NoServer() -> RouteAnswer.absent(Judgement.allowed(Grounds.UNKNOWN_SERVER));
            case Asked(var server, String own, Action action) ->
                RouteAnswer.toAdmin(json(request.snapshot(), action, after, paging.limit()))
                        .about(server.key(), own);
        };
    }

    private static Question question(ApiRequest request) {
        String tool = request.asked("tool");
        String prompt = request.asked("prompt");
        String server = request.asked("server");
        String resource = request.asked("resource");
        if (tool != null && prompt == null && server == null && resource == null) {
            return named(request.snapshot(), ListKind.TOOLS, tool);
        }
        if (prompt != null && tool == null && server == null && resource == null) {
            return named(request.snapshot(), ListKind.PROMPTS, prompt);
        }
        if (server == null || resource == null || tool != null || prompt != null) {
            return new Malformed();
        }
        UpstreamServer owner = request.snapshot().serverByKey(server);
        return owner == null ? new NoServer() : new Asked(owner, resource, new Action.Resource(owner.id(), resource));
    }

    private static Question named(AccessSnapshot snapshot, ListKind kind, String name) {
        AggregateName found = AggregateName.of(snapshot, name);
        return found == null
                ? new NoServer()
                : new Asked(
                        found.server(),
                        found.own(),
                        ListActions.of(kind, found.server().id(), found.own()));
    }

    private static ObjectNode json(AccessSnapshot snapshot, Action action, @Nullable PrincipalKey after, int limit) {
        var page = PrincipalPage.of(
                snapshot, principal -> Sight.decide(principal.grants(), action).isAllowed(), after, limit);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode principals = json.putArray("principals");
        for (Principal principal : page.principals()) {
            if (Sight.decide(principal.grants(), action) instanceof Decision.Allowed allowed) {
                principals.add(PrincipalsView.identity(principal.key())
                        .put("origin", allowed.ruleSet())
                        .put("rule", allowed.rule()));
            }
        }
        if (page.more()) {
            json.put("next", page.principals().getLast().key().toString());
        }
        return json;
    }
}
