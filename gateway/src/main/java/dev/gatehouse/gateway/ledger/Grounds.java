package dev.gatehouse.gateway.ledger;

import dev.gatehouse.gateway.access.Authentication;
import dev.gatehouse.gateway.limits.Admission;
import dev.gatehouse.gateway.mcp.Refusal;
import dev.gatehouse.model.access.Decision;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything that a decision can rest on, each under one name in audit, metrics, logs and the management API. They tell
 * denials apart that look alike on the wire. docs/operations.md lists them.
 */
public enum Grounds {
    // The request itself
    NO_CONFIGURATION("The gateway has no configuration yet, or may not use the one it has any more."),
    HEADER_REPEATED("A header that decides stands twice."),
    BODY_FRAMING("It is unclear where the body ends."),
    HEADERS_TOO_LARGE("The headers are larger than `limits.headerBytes`."),
    FOREIGN_HOST("The Host is none of the gateway's."),
    FOREIGN_ORIGIN("The Origin is not among `allowedOrigins`."),
    NO_SUCH_ENDPOINT("There is no such endpoint for this caller."),
    NO_SUCH_ROUTE("The management API has no such route."),
    VERB("The endpoint does not take this HTTP method."),
    MEDIA_TYPE("The body is not announced as plain JSON in UTF-8."),
    NOT_ACCEPTABLE("The caller does not accept an event stream where there is nothing else."),
    NO_BODY("A message was expected and there is no body."),
    BODY_TOO_LARGE("The body is larger than `limits.bodyBytes`."),
    BODY_TOO_SLOW("The body paused for too long."),
    BODY_BROKEN_OFF("The connection broke before the body was whole."),
    MALFORMED_BODY("The body is not what the route of the management API takes."),
    MALFORMED_QUERY("The query is not what the route of the management API takes."),

    // Who asks
    TOKEN_MISSING("There is no token."),
    TOKEN_MALFORMED("The Authorization header is no Bearer token."),
    TOKEN_DOUBLED("The Authorization header says Bearer twice: the client adds it to a value that has it already."),
    TOKEN_IN_QUERY("The token stands in the URL, where it would be logged: it belongs into the Authorization header."),
    TOKEN_UNKNOWN("Nobody has this token."),
    TOKEN_EXPIRED("The token has expired."),
    TOKEN_NOT_YET_VALID("The token is not valid yet."),
    TOKEN_OF_OTHER_PLANE("A user's token at MCP, or a client's at the management API."),
    TOKEN_WRONG_ISSUER(
            "A ServiceAccount's token that another issuer signed, or by a key that the cluster does not publish."),
    TOKEN_WRONG_AUDIENCE("A ServiceAccount's token for somebody else."),
    TOKEN_NO_SERVICE_ACCOUNT("A token of the cluster that is not clearly one ServiceAccount's."),
    TOKEN_BAD_SIGNATURE("What claims to be a ServiceAccount's token was not signed by the cluster."),
    TOKEN_UNKNOWN_SERVICE_ACCOUNT("A good token of a ServiceAccount that no client names."),
    TOKEN_NOT_CHECKED("Too many signatures to check at once; the token was not looked at."),
    TOKEN_REVOKED("The token was withdrawn while the request was under way."),
    ADMINS_ONLY("The route is for users whose role is Admin."),

    // Room
    LIMIT_RATE("The caller has used up its requests per minute."),
    LIMIT_CONCURRENT("The caller has too many requests under way."),
    LIMIT_STREAMS("Too many streams are open."),

    // The message
    TOO_LONG("The message is too long."),
    TOO_DEEP("The message is nested too deeply."),
    TOO_MANY_MEMBERS("The message has too many members."),
    NAME_TOO_LONG("A member name is too long."),
    STRING_TOO_LONG("A name, URI or cursor is too long."),
    NUMBER_TOO_LONG("A number is too long."),
    NOT_UTF8("The message is not UTF-8."),
    NOT_JSON("The message is not JSON."),
    TRUNCATED("The message ends too early."),
    TRAILING("Something follows the message."),
    LONE_SURROGATE("An escape sequence is half of a character."),
    BATCH("Several messages at once."),
    NOT_AN_OBJECT("The message is not an object."),
    DUPLICATE_MEMBER("An object has the same member twice."),
    CASE_VARIANT("A member name resembles a known one but is spelt differently."),
    UNKNOWN_MEMBER("The message has a member that JSON-RPC does not know."),
    BAD_VERSION("`jsonrpc` is not \"2.0\"."),
    BAD_ID("The id is neither a string nor an integer."),
    BAD_METHOD("The method is not a string."),
    BAD_SHAPE("Neither a request nor a notification nor a response."),
    BAD_PARAMS("A parameter has the wrong type."),
    UNASKED_RESPONSE("A response to nothing that the gateway has asked."),
    VERSION_HEADER_MISSING("The body names a version, the header is missing."),
    VERSION_MISMATCH("The version header differs from the version in `_meta`."),
    MIXED_ERAS("A version in `_meta` where the era has none."),
    SESSION_ON_MODERN("A session id where the era has none."),
    UNSUPPORTED_VERSION("The version is not supported, or not here."),
    SESSION_VERSION("The version header differs from what the session has negotiated."),
    METHOD_MISMATCH("The method header differs from the body."),
    METHOD_HEADER_MISSING("The method header is missing."),
    NAME_MISMATCH("The name header differs from the body."),
    NAME_HEADER_MISSING("The name header is missing."),
    NAME_ENCODING("The name header is not soundly encoded."),
    PARAM_HEADERS("The parameter headers are too many, too long or not soundly encoded."),
    META_MISSING("A modern request without its required `_meta`."),
    UNKNOWN_METHOD("A method that nobody knows, or that this era does not have."),
    UNKNOWN_NOTIFICATION("A notification that nobody knows."),
    TARGET_MISSING("The parameters do not say what the request is for."),
    TASK("Tasks are not offered."),
    INVALID_CURSOR("The cursor is none that this caller was given for this list."),

    // Sessions
    SESSION_REQUIRED("There is no session, and the request needs one."),
    SESSION_UNKNOWN("The session is none of this caller at this endpoint, or has ended."),
    SESSIONLESS_ERA("A verb for sessions, in an era without them."),
    SESSION("The session's own life: opening, closing, notifications, pings."),

    // The decision
    RULE("A rule grants it; `rule` says which."),
    NOT_GRANTED("No rule grants it."),
    EXCEPTED("A rule grants it and an exception takes it away."),
    AMBIGUOUS_URI("A URI that different parsers read differently, which only an exact rule can grant."),
    RIGHT_REVOKED("The right was withdrawn while the request was under way."),
    OWN_VIEW("A list or description, which shows no more than the caller's own view."),
    UNKNOWN_SERVER("No server has this key."),
    HIDDEN_SERVER("There is no such server for this caller."),
    UNKNOWN_NAME("A name that the aggregate cannot have, as no list of it shows it."),
    NO_OWNER("No server that the caller may use has this resource, or more than one has."),
    SERVER_OF_OTHER_ERA("The server cannot be asked in the caller's era."),
    UNKNOWN_PRINCIPAL("There is no such client or user."),
    ROLE_ADMIN("Every admin may see it."),
    PUBLIC("Everybody may see it."),

    // A bug
    INTERNAL_ERROR("A bug: please report it with the log's lines. On any doubt the gateway denies.");

    private static final Map<String, Grounds> BY_LABEL =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Grounds::label, Function.identity()));

    private final String label = name().toLowerCase(Locale.ROOT);
    private final String meaning;

    Grounds(String meaning) {
        this.meaning = meaning;
    }

    /** As it is written everywhere. */
    public String label() {
        return label;
    }

    /** What is the matter, as a sentence. */
    public String meaning() {
        return meaning;
    }

    /** Of a token that authenticates nobody. */
    public static Grounds of(Authentication.Why why) {
        return switch (why) {
            case MISSING -> TOKEN_MISSING;
            case MALFORMED -> TOKEN_MALFORMED;
            case UNKNOWN -> TOKEN_UNKNOWN;
            case EXPIRED -> TOKEN_EXPIRED;
            case NOT_YET_VALID -> TOKEN_NOT_YET_VALID;
            case WRONG_PLANE -> TOKEN_OF_OTHER_PLANE;
            case WRONG_ISSUER -> TOKEN_WRONG_ISSUER;
            case WRONG_AUDIENCE -> TOKEN_WRONG_AUDIENCE;
            case NO_SERVICE_ACCOUNT -> TOKEN_NO_SERVICE_ACCOUNT;
            case BAD_SIGNATURE -> TOKEN_BAD_SIGNATURE;
            case UNKNOWN_SERVICE_ACCOUNT -> TOKEN_UNKNOWN_SERVICE_ACCOUNT;
            case BUSY -> TOKEN_NOT_CHECKED;
        };
    }

    /** Of a bound that the caller has reached. */
    public static Grounds of(Admission.Limit limit) {
        return switch (limit) {
            case REQUESTS_PER_MINUTE -> LIMIT_RATE;
            case MAX_CONCURRENT -> LIMIT_CONCURRENT;
        };
    }

    /** Of what the one decision function refuses. */
    public static Grounds of(Decision.Reason reason) {
        return switch (reason) {
            case NOT_GRANTED -> NOT_GRANTED;
            case EXCEPTED -> EXCEPTED;
            case AMBIGUOUS_URI -> AMBIGUOUS_URI;
        };
    }

    /** Of a message that the codec refuses, which has its words for itself. */
    public static Grounds of(Refusal refusal) {
        Grounds found = BY_LABEL.get(refusal.grounds());
        if (found == null) {
            throw new IllegalStateException("the codec refuses on grounds that nobody lists: " + refusal.grounds());
        }
        return found;
    }
}
