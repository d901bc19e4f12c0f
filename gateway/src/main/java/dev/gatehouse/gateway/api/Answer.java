package dev.gatehouse.gateway.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.audit.AuditEvent.Verdict;
import dev.gatehouse.gateway.mcp.BoundedJson;
import dev.gatehouse.gateway.mcp.RawJson;
import org.jspecify.annotations.Nullable;

/**
 * What a route answers, and what audit says of it.
 *
 * @param server key of the server that it concerned
 * @param name the tool, prompt or resource, as the server calls it; or the principal
 */
record Answer(
        int status,
        String mediaType,
        RawJson body,
        Verdict verdict,
        String reason,
        @Nullable String server,
        @Nullable String name) {

    private static final String JSON = "application/json";

    /** Of what the caller's own rights show. */
    static Answer ownView(ObjectNode body) {
        return of(BoundedJson.write(body), Verdict.FILTERED, "own view");
    }

    /** Of what every admin may see. */
    static Answer toAdmin(ObjectNode body) {
        return toAdmin(BoundedJson.write(body));
    }

    static Answer toAdmin(RawJson body) {
        return of(body, Verdict.ALLOWED, "role admin");
    }

    static Answer allowed(ObjectNode body, String reason) {
        return of(BoundedJson.write(body), Verdict.ALLOWED, reason);
    }

    static Answer refused(Problem problem, String reason) {
        return problem(problem, Verdict.DENIED, reason);
    }

    /** Of something that was allowed and failed all the same. */
    static Answer failed(Problem problem, String reason) {
        return problem(problem, Verdict.ALLOWED, reason);
    }

    static Answer failed(Problem problem, ObjectNode document, String reason) {
        return new Answer(
                problem.status(),
                Problem.MEDIA_TYPE_NAME,
                BoundedJson.write(document),
                Verdict.ALLOWED,
                reason,
                null,
                null);
    }

    /** Without a body. */
    static Answer empty(int status, String reason) {
        return new Answer(status, JSON, RawJson.of(""), Verdict.ALLOWED, reason, null, null);
    }

    Answer about(@Nullable String key, @Nullable String ownName) {
        return new Answer(status, mediaType, body, verdict, reason, key, ownName);
    }

    private static Answer of(RawJson body, Verdict verdict, String reason) {
        return new Answer(200, JSON, body, verdict, reason, null, null);
    }

    private static Answer problem(Problem problem, Verdict verdict, String reason) {
        return new Answer(problem.status(), Problem.MEDIA_TYPE_NAME, problem.body(), verdict, reason, null, null);
    }
}
