package dev.gatehouse.model.resource;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link McpServer} says: where the upstream is, how to talk to it, and who may grant access to it.
 *
 * @param url exactly one of this and {@code service}
 * @param exposeAs the key in {@code /servers/{key}/mcp} and in {@code key__tool}; absent: the object's name
 */
public record McpServerSpec(
        @Nullable String url,
        @Nullable ServiceRef service,
        Transport transport,
        Protocol protocol,
        @Nullable String exposeAs,
        @Nullable UpstreamAuth auth,
        @Nullable UpstreamTls tls,
        Timeouts timeouts,
        AllowedNamespaces allowedNamespaces,
        boolean suspend) {

    public McpServerSpec(
            @Nullable String url,
            @Nullable ServiceRef service,
            @Nullable Transport transport,
            @Nullable Protocol protocol,
            @Nullable String exposeAs,
            @Nullable UpstreamAuth auth,
            @Nullable UpstreamTls tls,
            @Nullable Timeouts timeouts,
            @Nullable AllowedNamespaces allowedNamespaces,
            boolean suspend) {
        this.url = url;
        this.service = service;
        this.transport = transport == null ? Transport.STREAMABLE_HTTP : transport;
        this.protocol = protocol == null ? Protocol.AUTO : protocol;
        this.exposeAs = exposeAs;
        this.auth = auth;
        this.tls = tls;
        this.timeouts = timeouts == null ? Timeouts.DEFAULT : timeouts;
        this.allowedNamespaces = allowedNamespaces == null ? AllowedNamespaces.SAME : allowedNamespaces;
        this.suspend = suspend;
    }

    /** How messages travel to the upstream. */
    public enum Transport {
        @JsonProperty("StreamableHttp")
        STREAMABLE_HTTP,
        /** The deprecated two-endpoint transport of 2024-11-05. */
        @JsonProperty("Sse")
        SSE
    }

    /** Which era of MCP the upstream speaks. */
    public enum Protocol {
        /** Found out by asking the upstream. */
        @JsonProperty("Auto")
        AUTO,
        /** 2026-07-28: stateless. */
        @JsonProperty("Modern")
        MODERN,
        /** Up to 2025-11-25: {@code initialize} and sessions. */
        @JsonProperty("Legacy")
        LEGACY
    }
}
