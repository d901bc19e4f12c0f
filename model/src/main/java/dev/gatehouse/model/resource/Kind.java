package dev.gatehouse.model.resource;

import java.util.Optional;

/** The kinds of object that make up a {@link World}; the first five are Gatehouse's own, in group {@code gatehouse.dev}. */
public enum Kind {
    MCP_SERVER("McpServer"),
    MCP_ALLOW_LIST("McpAllowList"),
    MCP_CLIENT("McpClient"),
    MCP_USER("McpUser"),
    MCP_GATEWAY("McpGateway"),
    SECRET("Secret"),
    NAMESPACE("Namespace");

    /** The {@code apiVersion} of Gatehouse's own kinds. */
    public static final String API_VERSION = "gatehouse.dev/v1alpha1";

    private final String manifestName;

    Kind(String manifestName) {
        this.manifestName = manifestName;
    }

    /** The {@code kind} as a manifest spells it. */
    public String manifestName() {
        return manifestName;
    }

    /** The {@code apiVersion} that a manifest of this kind carries. */
    public String apiVersion() {
        return this == SECRET || this == NAMESPACE ? "v1" : API_VERSION;
    }

    public static Optional<Kind> ofManifestName(String name) {
        for (Kind kind : values()) {
            if (kind.manifestName.equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
