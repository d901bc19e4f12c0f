package dev.gatehouse.gateway.dialect;

import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.mcp.JsonRpcCode;
import dev.gatehouse.gateway.mcp.JsonRpcError;
import dev.gatehouse.gateway.mcp.RequestId;
import org.jspecify.annotations.Nullable;

/**
 * What a caller of the MCP plane hears when a request is refused, in both eras alike: a status, a code, and a sentence that
 * says what to do. Sentences differ only for what the request itself shows or for whoever presents a whole known token.
 */
public record Words(int status, int code, String sentence) {

    private static final int INVALID = JsonRpcCode.INVALID_REQUEST;
    private static final String NOBODY = "The token is not valid here: ask whoever gave it to you for another.";
    private static final Words UNKNOWN_TOKEN = new Words(401, INVALID, NOBODY);
    private static final Words NOT_FOUND = new Words(404, INVALID, "There is nothing here. MCP is served at /mcp.");

    /** What a rule hides and a message that cannot be read have words of their own elsewhere; these stand in for them. */
    public static Words of(Grounds grounds) {
        return switch (grounds) {
            case NO_CONFIGURATION -> new Words(503, INVALID, "The gateway is not ready yet: try again in a moment.");
            case HEADER_REPEATED -> new Words(400, INVALID, "A header stands twice: send one.");
            case BODY_FRAMING ->
                new Words(400, INVALID, "It is unclear where the body ends: send one Content-Length, or chunks.");
            case HEADERS_TOO_LARGE -> new Words(431, INVALID, "The headers are too large.");
            case FOREIGN_HOST ->
                new Words(421, INVALID, "This gateway does not answer to that Host: use the address it was given.");
            case FOREIGN_ORIGIN -> new Words(403, INVALID, "Requests of this Origin are not allowed.");
            case VERB -> new Words(405, INVALID, "This endpoint takes POST, GET and DELETE.");
            case MEDIA_TYPE ->
                new Words(415, INVALID, "Send the message as application/json in UTF-8, not compressed.");
            case NOT_ACCEPTABLE -> new Words(406, INVALID, "A stream needs Accept: text/event-stream.");
            case NO_BODY -> new Words(400, INVALID, "There is no message.");
            case BODY_TOO_LARGE, TOO_LONG -> new Words(413, INVALID, "The message is too large.");
            case BODY_TOO_SLOW -> new Words(408, INVALID, "The message did not arrive in time.");
            case BODY_BROKEN_OFF -> new Words(400, INVALID, "The message broke off.");
            case TOKEN_MISSING ->
                new Words(401, INVALID, "There is no token: send Authorization: Bearer with a client's token.");
            case TOKEN_DOUBLED ->
                new Words(401, INVALID, "Authorization says Bearer twice: give your client the token alone.");
            case TOKEN_IN_QUERY ->
                new Words(401, INVALID, "A token in the URL counts for nothing: send Authorization: Bearer.");
            case TOKEN_EXPIRED -> new Words(401, INVALID, "The token has expired: ask whoever gave it to you.");
            case TOKEN_NOT_YET_VALID -> new Words(401, INVALID, "The token is not valid yet.");
            case TOKEN_OF_OTHER_PLANE ->
                new Words(401, INVALID, "This is a user's token, and MCP takes a client's. Users go to /api/v1.");
            case TOKEN_MALFORMED,
                    TOKEN_UNKNOWN,
                    TOKEN_WRONG_ISSUER,
                    TOKEN_WRONG_AUDIENCE,
                    TOKEN_NO_SERVICE_ACCOUNT,
                    TOKEN_BAD_SIGNATURE,
                    TOKEN_UNKNOWN_SERVICE_ACCOUNT,
                    TOKEN_NOT_CHECKED,
                    TOKEN_REVOKED -> UNKNOWN_TOKEN;
            case LIMIT_RATE -> new Words(429, INVALID, "Too many requests a minute: try again after Retry-After.");
            case LIMIT_CONCURRENT -> new Words(429, INVALID, "Too many requests at once: wait for some to end.");
            case LIMIT_STREAMS -> new Words(503, INVALID, "Too many streams are open: try again after Retry-After.");
            case SESSION_REQUIRED -> new Words(400, INVALID, "Mcp-Session-Id is required; send initialize first");
            case SESSION_UNKNOWN ->
                new Words(404, INVALID, "There is no such session for this caller: send initialize again.");
            case SESSION_VERSION ->
                new Words(400, INVALID, "MCP-Protocol-Version differs from what the session has negotiated.");
            case SESSIONLESS_ERA -> new Words(405, INVALID, "2026-07-28 has no sessions: this endpoint takes POST.");
            case INVALID_CURSOR -> new Words(200, JsonRpcCode.INVALID_PARAMS, "Invalid cursor");
            case RIGHT_REVOKED -> new Words(200, JsonRpcCode.INTERNAL_ERROR, "Rights have changed; ask again");
            case INTERNAL_ERROR -> new Words(200, JsonRpcCode.INTERNAL_ERROR, "Internal error");
            case UNKNOWN_METHOD -> new Words(200, JsonRpcCode.METHOD_NOT_FOUND, "Method not found");
            case NO_SUCH_ENDPOINT,
                    NO_SUCH_ROUTE,
                    HIDDEN_SERVER,
                    UNKNOWN_SERVER,
                    UNKNOWN_NAME,
                    NO_OWNER,
                    UNKNOWN_PRINCIPAL,
                    SERVER_OF_OTHER_ERA,
                    NOT_GRANTED,
                    EXCEPTED,
                    AMBIGUOUS_URI -> NOT_FOUND;
            case MALFORMED_BODY,
                    MALFORMED_QUERY,
                    TOO_DEEP,
                    TOO_MANY_MEMBERS,
                    NAME_TOO_LONG,
                    STRING_TOO_LONG,
                    NUMBER_TOO_LONG,
                    NOT_UTF8,
                    NOT_JSON,
                    TRUNCATED,
                    TRAILING,
                    LONE_SURROGATE,
                    BATCH,
                    NOT_AN_OBJECT,
                    DUPLICATE_MEMBER,
                    CASE_VARIANT,
                    UNKNOWN_MEMBER,
                    BAD_VERSION,
                    BAD_ID,
                    BAD_METHOD,
                    BAD_SHAPE,
                    BAD_PARAMS,
                    UNASKED_RESPONSE,
                    VERSION_HEADER_MISSING,
                    VERSION_MISMATCH,
                    MIXED_ERAS,
                    SESSION_ON_MODERN,
                    UNSUPPORTED_VERSION,
                    METHOD_MISMATCH,
                    METHOD_HEADER_MISSING,
                    NAME_MISMATCH,
                    NAME_HEADER_MISSING,
                    NAME_ENCODING,
                    PARAM_HEADERS,
                    META_MISSING,
                    UNKNOWN_NOTIFICATION,
                    TARGET_MISSING,
                    TASK -> new Words(400, INVALID, grounds.meaning());
            case ADMINS_ONLY -> new Words(403, INVALID, grounds.meaning());
            case SESSION, RULE, OWN_VIEW, ROLE_ADMIN, PUBLIC ->
                throw new IllegalArgumentException("nobody is refused on the grounds " + grounds.label());
        };
    }

    public Reply reply(@Nullable RequestId id) {
        Reply reply = Reply.json(status, JsonRpcError.of(id, code, sentence).body());
        return status == 401
                ? reply.with(
                        "WWW-Authenticate", "Bearer error=\"invalid_token\", error_description=\"" + sentence + "\"")
                : reply;
    }
}
