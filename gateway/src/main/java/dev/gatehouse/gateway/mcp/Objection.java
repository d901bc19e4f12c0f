package dev.gatehouse.gateway.mcp;

import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why a sound message is refused before anybody asks whether its sender may. */
enum Objection {
    UNASKED_RESPONSE(400, JsonRpcCode.INVALID_REQUEST, "This answers no request of the gateway."),
    VERSION_HEADER_MISSING(
            400,
            JsonRpcCode.HEADER_MISMATCH,
            "The MCP-Protocol-Version header is missing, but the body names a protocol version in _meta."),
    VERSION_MISMATCH(
            400, JsonRpcCode.HEADER_MISMATCH, "The MCP-Protocol-Version header differs from the version in _meta."),
    MIXED_ERAS(
            400, JsonRpcCode.HEADER_MISMATCH, "Requests of this protocol version carry no protocol version in _meta."),
    SESSION_ON_MODERN(
            400, JsonRpcCode.HEADER_MISMATCH, "Requests of this protocol version carry no Mcp-Session-Id header."),
    UNSUPPORTED_VERSION(400, JsonRpcCode.UNSUPPORTED_VERSION, "This protocol version is not supported."),
    SESSION_VERSION(
            400,
            JsonRpcCode.INVALID_REQUEST,
            "The MCP-Protocol-Version header differs from the version that the session has negotiated."),
    METHOD_MISMATCH(400, JsonRpcCode.HEADER_MISMATCH, "The Mcp-Method header differs from the body's method."),
    METHOD_HEADER_MISSING(400, JsonRpcCode.HEADER_MISMATCH, "The Mcp-Method header is missing."),
    NAME_MISMATCH(400, JsonRpcCode.HEADER_MISMATCH, "The Mcp-Name header differs from the body's name or URI."),
    NAME_HEADER_MISSING(400, JsonRpcCode.HEADER_MISMATCH, "The Mcp-Name header is missing."),
    NAME_ENCODING(400, JsonRpcCode.HEADER_MISMATCH, "The Mcp-Name header is not soundly encoded."),
    PARAM_HEADERS(
            400, JsonRpcCode.HEADER_MISMATCH, "The Mcp-Param headers are too many, too long or not soundly encoded."),
    META_MISSING(
            400,
            JsonRpcCode.INVALID_PARAMS,
            "params._meta must name io.modelcontextprotocol/protocolVersion and"
                    + " io.modelcontextprotocol/clientCapabilities."),
    UNKNOWN_METHOD_LEGACY(200, JsonRpcCode.METHOD_NOT_FOUND, "Method not found"),
    UNKNOWN_METHOD_MODERN(404, JsonRpcCode.METHOD_NOT_FOUND, "Method not found"),
    UNKNOWN_NOTIFICATION(400, JsonRpcCode.INVALID_REQUEST, "Only a request with an id can ask for this."),
    TARGET_LEGACY(200, JsonRpcCode.INVALID_PARAMS, "The parameters do not say what the request is for."),
    TARGET_MODERN(400, JsonRpcCode.INVALID_PARAMS, "The parameters do not say what the request is for."),
    TASK(200, JsonRpcCode.INVALID_PARAMS, "Tasks are not offered here: leave params.task out.");

    private static final String SUPPORTED =
            Versions.SUPPORTED.stream().map(JsonText::quote).collect(Collectors.joining(",", "[", "]"));

    private final int status;
    private final int code;
    private final String text;

    Objection(int status, int code, String text) {
        this.status = status;
        this.code = code;
        this.text = text;
    }

    Refusal refusal(Message message) {
        return new Refusal(status, code, text, message.id(), null, grounds());
    }

    /** With the versions to choose from. */
    Refusal unsupported(Message message, @Nullable String requested) {
        String data = "{\"supported\":" + SUPPORTED + ",\"requested\":"
                + JsonText.quote(requested == null ? "" : requested) + "}";
        return new Refusal(status, code, text, message.id(), data, grounds());
    }

    private String grounds() {
        return switch (this) {
            case UNKNOWN_METHOD_LEGACY, UNKNOWN_METHOD_MODERN -> "unknown_method";
            case TARGET_LEGACY, TARGET_MODERN -> "target_missing";
            case UNASKED_RESPONSE,
                    VERSION_HEADER_MISSING,
                    VERSION_MISMATCH,
                    MIXED_ERAS,
                    SESSION_ON_MODERN,
                    UNSUPPORTED_VERSION,
                    SESSION_VERSION,
                    METHOD_MISMATCH,
                    METHOD_HEADER_MISSING,
                    NAME_MISMATCH,
                    NAME_HEADER_MISSING,
                    NAME_ENCODING,
                    PARAM_HEADERS,
                    META_MISSING,
                    UNKNOWN_NOTIFICATION,
                    TASK -> name().toLowerCase(Locale.ROOT);
        };
    }
}
