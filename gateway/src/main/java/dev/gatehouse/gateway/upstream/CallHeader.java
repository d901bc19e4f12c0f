package dev.gatehouse.gateway.upstream;

/** The headers that the gateway itself puts on a request to an upstream: the one place where their names stand. */
public enum CallHeader {
    ACCEPT("Accept"),
    CONTENT_TYPE("Content-Type"),
    USER_AGENT("User-Agent"),
    PROTOCOL_VERSION("MCP-Protocol-Version"),
    SESSION_ID("Mcp-Session-Id"),
    METHOD("Mcp-Method"),
    NAME("Mcp-Name");

    private final String text;

    CallHeader(String text) {
        this.text = text;
    }

    /** As it is written on the wire. */
    public String text() {
        return text;
    }
}
