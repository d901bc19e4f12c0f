package dev.gatehouse.gateway.mcp;

/** The error codes that the gateway itself answers with. */
public final class JsonRpcCode {

    public static final int PARSE_ERROR = -32700;
    public static final int INVALID_REQUEST = -32600;
    public static final int METHOD_NOT_FOUND = -32601;
    public static final int INVALID_PARAMS = -32602;
    public static final int INTERNAL_ERROR = -32603;

    /** Legacy only; the modern wire says {@link #INVALID_PARAMS} instead. */
    public static final int RESOURCE_NOT_FOUND = -32002;

    /** A header says something else than the body, or is missing. */
    public static final int HEADER_MISMATCH = -32020;

    public static final int MISSING_CLIENT_CAPABILITY = -32021;

    public static final int UNSUPPORTED_VERSION = -32022;

    private JsonRpcCode() {}
}
