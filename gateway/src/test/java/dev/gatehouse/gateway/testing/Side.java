package dev.gatehouse.gateway.testing;

/** The two eras of the wire, each with the server of a {@link Scene} that speaks it. */
public enum Side {
    LEGACY("alpha", "note"),
    MODERN("gamma", "card");

    private final String server;
    private final String scheme;

    Side(String server, String scheme) {
        this.server = server;
        this.scheme = scheme;
    }

    /** The key of the server. */
    public String server() {
        return server;
    }

    /** The name of one of its tools or prompts on the aggregate. */
    public String wireName(String name) {
        return server + "__" + name;
    }

    /** A resource of that server. */
    public String uri(String path) {
        return scheme + "://" + path;
    }

    /** The endpoint of that server alone. */
    public String ownPath() {
        return "/servers/" + server + "/mcp";
    }
}
