package dev.gatehouse.gateway.http;

import io.undertow.util.HttpString;

/** The headers of MCP's Streamable HTTP transport. */
final class McpHeaders {

    static final HttpString SESSION_ID = new HttpString("Mcp-Session-Id");
    static final HttpString PROTOCOL_VERSION = new HttpString("MCP-Protocol-Version");
    static final HttpString METHOD = new HttpString("Mcp-Method");
    static final HttpString NAME = new HttpString("Mcp-Name");
    static final HttpString LAST_EVENT_ID = new HttpString("Last-Event-ID");
    static final HttpString ACCEL_BUFFERING = new HttpString("X-Accel-Buffering");

    /** The start of the names that mirror tool arguments, in lower case. */
    static final String PARAM_PREFIX = "mcp-param-";

    private McpHeaders() {}
}
