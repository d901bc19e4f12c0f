package dev.gatehouse.gateway.mcp;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can be wrong with the bytes of a message. */
enum Flaw {
    TOO_LONG(413, JsonRpcCode.INVALID_REQUEST, "The message is too long."),
    TOO_DEEP(400, JsonRpcCode.INVALID_REQUEST, "The message is nested too deeply."),
    TOO_MANY_MEMBERS(400, JsonRpcCode.INVALID_REQUEST, "The message has too many members."),
    NAME_TOO_LONG(400, JsonRpcCode.INVALID_REQUEST, "A member name is too long."),
    STRING_TOO_LONG(400, JsonRpcCode.INVALID_REQUEST, "A name, URI or cursor is too long."),
    NUMBER_TOO_LONG(400, JsonRpcCode.INVALID_REQUEST, "A number is too long."),
    NOT_UTF8(400, JsonRpcCode.PARSE_ERROR, "The message is not UTF-8."),
    NOT_JSON(400, JsonRpcCode.PARSE_ERROR, "The message is not JSON."),
    TRUNCATED(400, JsonRpcCode.PARSE_ERROR, "The message ends too early."),
    TRAILING(400, JsonRpcCode.PARSE_ERROR, "Something follows the message."),
    LONE_SURROGATE(400, JsonRpcCode.PARSE_ERROR, "An escape sequence is half of a character."),
    BATCH(400, JsonRpcCode.INVALID_REQUEST, "Batches are not accepted: send one message at a time."),
    NOT_AN_OBJECT(400, JsonRpcCode.INVALID_REQUEST, "The message is not an object."),
    DUPLICATE_MEMBER(400, JsonRpcCode.INVALID_REQUEST, "An object has the same member twice."),
    CASE_VARIANT(400, JsonRpcCode.INVALID_REQUEST, "A member name resembles a known one but is spelt differently."),
    UNKNOWN_MEMBER(400, JsonRpcCode.INVALID_REQUEST, "The message has a member that JSON-RPC does not know."),
    BAD_VERSION(400, JsonRpcCode.INVALID_REQUEST, "jsonrpc must be \"2.0\"."),
    BAD_ID(400, JsonRpcCode.INVALID_REQUEST, "id must be a string or an integer."),
    BAD_METHOD(400, JsonRpcCode.INVALID_REQUEST, "method must be a string."),
    BAD_SHAPE(400, JsonRpcCode.INVALID_REQUEST, "The message is neither a request nor a notification nor a response."),
    BAD_PARAMS(400, JsonRpcCode.INVALID_PARAMS, "A parameter has the wrong type.");

    private final int status;
    private final int code;
    private final String text;

    Flaw(int status, int code, String text) {
        this.status = status;
        this.code = code;
        this.text = text;
    }

    String sentence() {
        return text;
    }

    Refusal refusal(@Nullable RequestId id) {
        return new Refusal(status, code, text, id, null, name().toLowerCase(Locale.ROOT));
    }
}
