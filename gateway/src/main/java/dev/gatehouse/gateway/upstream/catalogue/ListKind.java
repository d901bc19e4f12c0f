package dev.gatehouse.gateway.upstream.catalogue;

import dev.gatehouse.model.access.Action;
import dev.gatehouse.model.access.ServerId;

/** The four lists of MCP. */
public enum ListKind {
    TOOLS("tools/list", "tools", "tools", "name"),
    PROMPTS("prompts/list", "prompts", "prompts", "name"),
    RESOURCES("resources/list", "resources", "resources", "uri"),
    TEMPLATES("resources/templates/list", "resourceTemplates", "resources", "uriTemplate");

    private final String method;
    private final String member;
    private final String capability;
    private final String identity;

    ListKind(String method, String member, String capability, String identity) {
        this.method = method;
        this.member = member;
        this.capability = capability;
        this.identity = identity;
    }

    /** The same list as the codec knows it. */
    public dev.gatehouse.gateway.mcp.ListKind wire() {
        return dev.gatehouse.gateway.mcp.ListKind.valueOf(name());
    }

    public String method() {
        return method;
    }

    /** The member of the result that holds the items. */
    public String member() {
        return member;
    }

    /** The server capability without which the list does not exist. */
    public String capability() {
        return capability;
    }

    /** The member of an item that identifies it within its server. */
    public String identity() {
        return identity;
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
