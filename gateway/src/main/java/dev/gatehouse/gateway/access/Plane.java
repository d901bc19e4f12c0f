package dev.gatehouse.gateway.access;

import dev.gatehouse.model.access.PrincipalKind;

/** Which half of the gateway a request came to. The token of a principal is good on its own plane only. */
public enum Plane {
    /** The MCP endpoints, for clients. */
    MCP("mcp", PrincipalKind.CLIENT),
    /** The management API and console, for users. */
    API("api", PrincipalKind.USER);

    private final String label;
    private final PrincipalKind admits;

    Plane(String label, PrincipalKind admits) {
        this.label = label;
        this.admits = admits;
    }

    /** As audit events and metrics spell it. */
    public String label() {
        return label;
    }

    /** The one kind of principal that may come here. */
    public PrincipalKind admits() {
        return admits;
    }
}
