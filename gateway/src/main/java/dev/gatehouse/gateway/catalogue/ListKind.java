package dev.gatehouse.gateway.catalogue;

import dev.gatehouse.model.access.Action;
import dev.gatehouse.model.access.ServerId;

/** The four lists of MCP, and what they mean for the catalogue of a server. */
public enum ListKind {
    TOOLS(dev.gatehouse.gateway.mcp.ListKind.TOOLS, "tools"),
    PROMPTS(dev.gatehouse.gateway.mcp.ListKind.PROMPTS, "prompts"),
    RESOURCES(dev.gatehouse.gateway.mcp.ListKind.RESOURCES, "resources"),
    TEMPLATES(dev.gatehouse.gateway.mcp.ListKind.TEMPLATES, "resources");

    private final dev.gatehouse.gateway.mcp.ListKind wire;
    private final String capability;

    ListKind(dev.gatehouse.gateway.mcp.ListKind wire, String capability) {
        this.wire = wire;
        this.capability = capability;
    }

    /** The same list as the codec knows it. */
    public dev.gatehouse.gateway.mcp.ListKind wire() {
        return wire;
    }

    public String method() {
        return wire.method().wireName();
    }

    /** The member of the result that holds the items. */
    public String member() {
        return wire.member();
    }

    /** The server capability without which the list does not exist. */
    public String capability() {
        return capability;
    }

    /** The member of an item that identifies it within its server. */
    public String identity() {
        return wire.key();
    }

    /** Whether items bear the server's key as a prefix on the aggregate. */
    public boolean isPrefixed() {
        return this == TOOLS || this == PROMPTS;
    }

    /** What a caller does who sees this item. */
    public Action action(ServerId server, String identity) {
        return switch (this) {
            case TOOLS -> new Action.Tool(server, identity);
            case PROMPTS -> new Action.Prompt(server, identity);
            case RESOURCES -> new Action.Resource(server, identity);
            case TEMPLATES -> new Action.Template(server, identity);
        };
    }
}
