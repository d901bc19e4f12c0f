package dev.gatehouse.gateway.mcp;

import org.jspecify.annotations.Nullable;

/**
 * What the gateway reads of {@code params._meta}.
 *
 * @param protocolVersion {@code io.modelcontextprotocol/protocolVersion}: present in modern requests only
 * @param clientCapabilities where the object {@code io.modelcontextprotocol/clientCapabilities} stands
 * @param subscriptionId {@code io.modelcontextprotocol/subscriptionId}, in what a modern upstream sends
 */
public record Meta(
        @Nullable Text protocolVersion,
        @Nullable Span clientCapabilities,
        @Nullable RawValue progressToken,
        @Nullable RawValue subscriptionId,
        @Nullable Text logLevel,
        @Nullable Text traceparent,
        @Nullable Text tracestate,
        @Nullable Text baggage) {}
