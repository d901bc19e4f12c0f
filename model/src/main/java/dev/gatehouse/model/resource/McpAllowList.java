package dev.gatehouse.model.resource;

/** A reusable set of rules that clients and users refer to. */
public record McpAllowList(ObjectMeta metadata, McpAllowListSpec spec) implements Resource {

    @Override
    public Kind kind() {
        return Kind.MCP_ALLOW_LIST;
    }
}
