package dev.gatehouse.gateway.mcp;

import org.jspecify.annotations.Nullable;

/** The lists that MCP servers answer with. */
public enum ListKind {
    TOOLS(Method.TOOLS_LIST, "tools", "name"),
    PROMPTS(Method.PROMPTS_LIST, "prompts", "name"),
    RESOURCES(Method.RESOURCES_LIST, "resources", "uri"),
    TEMPLATES(Method.RESOURCES_TEMPLATES_LIST, "resourceTemplates", "uriTemplate");

    private final Method method;
    private final String member;
    private final String key;

    ListKind(Method method, String member, String key) {
        this.method = method;
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

    /** The member of the result that holds the items. */
    public String member() {
        return member;
    }

    /** The member of an item that tells it from the others and is what a rule speaks of. */
    public String key() {
        return key;
    }
}
