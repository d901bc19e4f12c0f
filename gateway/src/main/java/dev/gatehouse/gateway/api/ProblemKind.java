package dev.gatehouse.gateway.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.mcp.BoundedJson;
import dev.gatehouse.gateway.mcp.RawJson;
import java.util.Map;

/**
 * Everything that the API can object, as a problem document (RFC 9457). The words are fixed, so that no answer tells what
 * it should not: whatever a caller may not use gives the very bytes of what does not exist.
 */
enum ProblemKind {
    MALFORMED_REQUEST(
            400,
            "malformed-request",
            "Malformed request",
            "A header that decides stands twice, or it is unclear where the body ends."),
    MALFORMED_QUERY(
            400,
            "malformed-query",
            "Malformed query",
            "This route takes the parameters that its description names, each at most once and within its bounds."),
    MALFORMED_BODY(
            400,
            "malformed-body",
            "Malformed body",
            "The body must be one JSON object as the description of this route has it, no member twice."),
    UNAUTHENTICATED(401, "unauthenticated", "Unauthenticated", "Present a valid user token as Authorization: Bearer."),
    ADMINS_ONLY(403, "admins-only", "Admins only", "This route is for users whose role is Admin."),
    FOREIGN_ORIGIN(403, "foreign-origin", "Foreign origin", "Requests of this origin are not allowed."),
    NOT_FOUND(404, "not-found", "Not found", "There is no such thing, or it is not for you."),
    METHOD_NOT_ALLOWED(
            405, "method-not-allowed", "Method not allowed", "The Allow header names the methods of this route."),
    BODY_TOO_SLOW(408, "body-too-slow", "Body too slow", "The body did not arrive in time."),
    BODY_TOO_LARGE(413, "body-too-large", "Body too large", "The body is larger than the gateway takes."),
    MEDIA_TYPE(415, "media-type", "Unsupported media type", "The body must be application/json in UTF-8, not encoded."),
    MISDIRECTED(421, "misdirected", "Misdirected request", "The gateway does not answer to this host."),
    REFUSED_BY_SERVER(
            422,
            "refused-by-server",
            "Refused by the server",
            "The MCP server refused the request with an error of its own."),
    LIMIT_REACHED(
            429,
            "limit-reached",
            "Limit reached",
            "You have reached a limit; the Retry-After header says when to come again."),
    HEADERS_TOO_LARGE(431, "headers-too-large", "Headers too large", "The headers are larger than the gateway takes."),
    INTERNAL_ERROR(500, "internal-error", "Internal error", "The request failed inside the gateway; its log says why."),
    SERVER_FAILED(502, "server-failed", "Server failed", "The MCP server failed or gave no usable answer."),
    NOT_READY(503, "not-ready", "Not ready", "The gateway has no configuration yet."),
    SERVER_TOO_SLOW(504, "server-too-slow", "Server too slow", "The MCP server did not answer in time.");

    /** RFC 9457. */
    static final String MEDIA_TYPE_NAME = "application/problem+json";

    /** Whatever else the door refuses is a token that authenticates nobody. */
    private static final Map<Grounds, ProblemKind> AT_THE_DOOR = Map.of(
            Grounds.HEADER_REPEATED, MALFORMED_REQUEST,
            Grounds.BODY_FRAMING, MALFORMED_REQUEST,
            Grounds.HEADERS_TOO_LARGE, HEADERS_TOO_LARGE,
            Grounds.FOREIGN_HOST, MISDIRECTED,
            Grounds.FOREIGN_ORIGIN, FOREIGN_ORIGIN,
            Grounds.NO_CONFIGURATION, NOT_READY,
            Grounds.LIMIT_RATE, LIMIT_REACHED,
            Grounds.LIMIT_CONCURRENT, LIMIT_REACHED);

    private static final String TYPE = "tag:gatehouse.dev,2026:problem:";

    private final int status;
    private final String slug;
    private final String title;
    private final String detail;

    ProblemKind(int status, String slug, String title, String detail) {
        this.status = status;
        this.slug = slug;
        this.title = title;
        this.detail = detail;
    }

    /** The one for what the door refuses. */
    static ProblemKind of(Grounds grounds) {
        return AT_THE_DOOR.getOrDefault(grounds, UNAUTHENTICATED);
    }

    int status() {
        return status;
    }

    RawJson body() {
        return BoundedJson.write(document());
    }

    /** A copy of the document, for a member more. */
    ObjectNode document() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", TYPE + slug)
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
    }
}
