package dev.gatehouse.gateway.mcp;

import org.jspecify.annotations.Nullable;

/** The lists that MCP servers answer with. */
public enum ListKind {
    TOOLS(Method.TOOLS_LIST, "tools", "tools", "name"),
    PROMPTS(Method.PROMPTS_LIST, "prompts", "prompts", "name"),
    RESOURCES(Method.RESOURCES_LIST, "resources", "resources", "uri"),
    TEMPLATES(Method.RESOURCES_TEMPLATES_LIST, "resources", "resourceTemplates", "uriTemplate");

    private final Method method;
    private final String capability;
    private final String member;
    private final String key;

    ListKind(Method method, String capability, String member, String key) {
        this.method = method;
        this.capability = capability;
        this.member = member;
        this.key = key;
    }

    /** The list that a method asks for, or null. */
    public static @Nullable ListKind of(Method method) {
        for (ListKind kind : values()) {
            if (kind.method == method) {
                return kind;
            }
        }
        return null;
    }

    public Method method() {
        return method;
    }

    /** The server capability without which the list does not exist, and whose change is announced with it. */
    public String capability() {
        return capability;
    }

    /** The member of the result that holds the items. */
    public String member() {
        return member;
    }

    /** The member of an item that tells it from the others and is what a rule speaks of. */
    public String key() {
        return key;
    }
}
