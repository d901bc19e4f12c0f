package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.upstream.CallHeader;
import io.undertow.util.HttpString;

/** The headers of MCP's Streamable HTTP transport. */
final class McpHeaders {

    static final HttpString SESSION_ID = of(CallHeader.SESSION_ID);
    static final HttpString PROTOCOL_VERSION = of(CallHeader.PROTOCOL_VERSION);
    static final HttpString METHOD = of(CallHeader.METHOD);
    static final HttpString NAME = of(CallHeader.NAME);
    static final HttpString LAST_EVENT_ID = new HttpString("Last-Event-ID");
    static final HttpString ACCEL_BUFFERING = new HttpString("X-Accel-Buffering");

    /** The start of the names that mirror tool arguments, in lower case. */
    static final String PARAM_PREFIX = "mcp-param-";

    private McpHeaders() {}

    private static HttpString of(CallHeader header) {
        return new HttpString(header.text());
    }
}
