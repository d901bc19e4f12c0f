package dev.gatehouse.gateway.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.ledger.Ending;
import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.ledger.Judgement;
import dev.gatehouse.gateway.ledger.Outcome;
import dev.gatehouse.gateway.mcp.BoundedJson;
import dev.gatehouse.gateway.mcp.RawJson;
import org.jspecify.annotations.Nullable;

/**
 * What a route answers, and what the ledger says of it.
 *
 * @param server key of the server that it concerned
 * @param name the tool, prompt or resource, as the server calls it; or the principal
 */
record RouteAnswer(
        int status,
        String mediaType,
        RawJson body,
        Judgement judgement,
        Outcome outcome,
        @Nullable String server,
        @Nullable String name) {

    private static final String JSON = "application/json";

    /** Of what the caller's own rights show. */
    static RouteAnswer ownView(ObjectNode body) {
        return of(BoundedJson.write(body), Judgement.ownView());
    }

    /** Of what every admin may see. */
    static RouteAnswer toAdmin(ObjectNode body) {
        return toAdmin(BoundedJson.write(body));
    }

    static RouteAnswer toAdmin(RawJson body) {
        return of(body, Judgement.allowed(Grounds.ROLE_ADMIN));
    }

    static RouteAnswer allowed(ObjectNode body, Judgement judgement) {
        return of(BoundedJson.write(body), judgement);
    }

    static RouteAnswer refused(ProblemKind problem, Grounds grounds) {
        return problem(problem, Judgement.denied(grounds), Ending.REFUSED);
    }

    static RouteAnswer refused(ProblemKind problem, Judgement judgement) {
        return problem(problem, judgement, Ending.REFUSED);
    }

    /** Of something that was allowed and is not there. */
    static RouteAnswer absent(Judgement judgement) {
        return problem(ProblemKind.NOT_FOUND, judgement, Ending.ANSWERED);
    }

    /** Of something that was allowed and failed all the same. */
    static RouteAnswer failed(ProblemKind problem, Judgement judgement, Outcome outcome) {
        return problem(problem, judgement, outcome);
    }

    static RouteAnswer failed(ProblemKind problem, ObjectNode document, Judgement judgement, Outcome outcome) {
        RawJson body = BoundedJson.write(document);
        return new RouteAnswer(problem.status(), ProblemKind.MEDIA_TYPE_NAME, body, judgement, outcome, null, null);
    }

    /** Without a body. */
    static RouteAnswer empty(int status, Grounds grounds) {
        return new RouteAnswer(status, JSON, RawJson.of(""), Judgement.allowed(grounds), Ending.ANSWERED, null, null);
    }

    RouteAnswer about(@Nullable String key, @Nullable String ownName) {
        return new RouteAnswer(status, mediaType, body, judgement, outcome, key, ownName);
    }

    private static RouteAnswer of(RawJson body, Judgement judgement) {
        return new RouteAnswer(200, JSON, body, judgement, Ending.ANSWERED, null, null);
    }

    private static RouteAnswer problem(ProblemKind problem, Judgement judgement, Outcome outcome) {
        return new RouteAnswer(
                problem.status(), ProblemKind.MEDIA_TYPE_NAME, problem.body(), judgement, outcome, null, null);
    }
}
