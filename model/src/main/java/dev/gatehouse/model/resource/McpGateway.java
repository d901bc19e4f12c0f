package dev.gatehouse.model.resource;

/** The gateway fleet: its public address, whom it answers, and its limits. */
public record McpGateway(ObjectMeta metadata, McpGatewaySpec spec) implements Resource {

    @Override
    public Kind kind() {
        return Kind.MCP_GATEWAY;
    }
}
