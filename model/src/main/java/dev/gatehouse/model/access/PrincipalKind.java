package dev.gatehouse.model.access;

/** The two planes of identity. They never substitute for each other. */
public enum PrincipalKind {
    /** An {@code McpClient}: valid on the MCP endpoints only. */
    CLIENT("client"),
    /** An {@code McpUser}: valid on the management API and console only. */
    USER("user");

    private final String label;

    PrincipalKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
