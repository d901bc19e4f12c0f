package dev.gatehouse.model.resource;

/** A machine identity (IDE, bridge, agent) with its tokens and its rights on the MCP plane. */
public record McpClient(ObjectMeta metadata, McpClientSpec spec) implements Resource {

    @Override
    public Kind kind() {
        return Kind.MCP_CLIENT;
    }
}
