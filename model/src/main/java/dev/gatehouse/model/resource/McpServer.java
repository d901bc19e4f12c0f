package dev.gatehouse.model.resource;

/** An upstream MCP server that the gateway may forward to. */
public record McpServer(ObjectMeta metadata, McpServerSpec spec) implements Resource {

    @Override
    public Kind kind() {
        return Kind.MCP_SERVER;
    }
}
