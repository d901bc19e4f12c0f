package dev.gatehouse.gateway.api;

import java.util.Set;

/** Every route of the management API. A GET route answers HEAD too. */
public enum ApiRoute {
    OPENAPI("GET", "/openapi.json", Caller.ANYONE),
    WHOAMI("GET", "/whoami", Caller.USER),
    SERVERS("GET", "/servers", Caller.USER),
    SERVER("GET", "/servers/{key}", Caller.USER),
    TOOLS("GET", "/tools", Caller.USER, "tools/list", Set.of("server")),
    TOOL("GET", "/tools/{name}", Caller.USER),
    TOOL_INVOKE("POST", "/tools/{name}/invoke", Caller.USER, "tools/call", Set.of()),
    PROMPTS("GET", "/prompts", Caller.USER, "prompts/list", Set.of("server")),
    PROMPT("GET", "/prompts/{name}", Caller.USER),
    PROMPT_RENDER("POST", "/prompts/{name}/render", Caller.USER, "prompts/get", Set.of()),
    RESOURCES("GET", "/resources", Caller.USER, "resources/list", Set.of("server")),
    RESOURCE_READ("POST", "/resources/read", Caller.USER, "resources/read", Set.of()),
    RESOURCE_TEMPLATES("GET", "/resource-templates", Caller.USER, "resources/templates/list", Set.of("server")),
    CLIENTS("GET", "/clients", Caller.ADMIN, Set.of("limit", "after")),
    CLIENT("GET", "/clients/{namespace}/{name}", Caller.ADMIN),
    USERS("GET", "/users", Caller.ADMIN, Set.of("limit", "after")),
    USER("GET", "/users/{namespace}/{name}", Caller.ADMIN),
    RIGHTS("GET", "/principals/{kind}/{namespace}/{name}/rights", Caller.ADMIN),
    ACCESS("GET", "/access", Caller.ADMIN, Set.of("tool", "prompt", "server", "resource", "limit", "after")),
    CONFIG("GET", "/config", Caller.ADMIN),
    FINDINGS("GET", "/findings", Caller.ADMIN),
    DECISIONS("GET", "/decisions", Caller.ADMIN, Set.of("limit", "principal", "verdict"));

    /** Below this stand all routes. */
    public static final String PREFIX = "/api/v1";

    /** Who may call a route. */
    public enum Caller {
        /** No token is asked for. */
        ANYONE,
        /** Any user, within its own rights. */
        USER,
        /** A user whose role is Admin. */
        ADMIN
    }

    private final String method;
    private final String path;
    private final Caller caller;
    private final String auditMethod;

    @SuppressWarnings("ImmutableEnumChecker") // every constant is made with Set.of
    private final Set<String> query;

    ApiRoute(String method, String path, Caller caller) {
        this(method, path, caller, Set.of());
    }

    ApiRoute(String method, String path, Caller caller, Set<String> query) {
        this(method, path, caller, method + " " + ApiRoute.PREFIX + path, query);
    }

    ApiRoute(String method, String path, Caller caller, String auditMethod, Set<String> query) {
        this.method = method;
        this.path = PREFIX + path;
        this.caller = caller;
        this.auditMethod = auditMethod;
        this.query = query;
    }

    public String method() {
        return method;
    }

    /** With its prefix, and parameters in braces. */
    public String path() {
        return path;
    }

    public Caller caller() {
        return caller;
    }

    /** What audit and metrics call it: the MCP method where it does the same, else method and route. */
    public String auditMethod() {
        return auditMethod;
    }

    /** The query parameters that it takes, each at most once. */
    public Set<String> query() {
        return query;
    }

    boolean takesBody() {
        return method.equals("POST");
    }
}
