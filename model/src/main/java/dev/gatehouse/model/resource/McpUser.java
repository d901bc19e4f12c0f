package dev.gatehouse.model.resource;

/** A human identity with its tokens, role and rights on the management plane; never valid on the MCP plane. */
public record McpUser(ObjectMeta metadata, McpUserSpec spec) implements Resource {

    @Override
    public Kind kind() {
        return Kind.MCP_USER;
    }
}
