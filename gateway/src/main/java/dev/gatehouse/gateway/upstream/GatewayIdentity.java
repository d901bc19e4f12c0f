package dev.gatehouse.gateway.upstream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How the gateway introduces itself, to clients as a server and to upstreams as a client. */
public record GatewayIdentity(String name, String title, String version) {

    public static GatewayIdentity ofVersion(String version) {
        return new GatewayIdentity("gatehouse", "Gatehouse", version);
    }

    /** What a request to an upstream says in {@code User-Agent}: some firewalls refuse those without. */
    public String userAgent() {
        return name + "/" + version;
    }

    /** The {@code Implementation} object of MCP. */
    public ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("title", title)
                .put("version", version);
    }
}
