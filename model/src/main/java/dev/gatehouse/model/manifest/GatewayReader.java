package dev.gatehouse.model.manifest;

import dev.gatehouse.model.resource.McpGatewaySpec;

/** Reads the gateway's settings. */
final class GatewayReader {

    private GatewayReader() {}

    static McpGatewaySpec spec(Fields fields) {
        return new McpGatewaySpec(
                fields.text("publicUrl"),
                fields.texts("allowedOrigins"),
                fields.texts("allowedHosts"),
                fields.object("limits", GatewayReader::limits),
                fields.object("sessions", sessions -> new McpGatewaySpec.Sessions(sessions.duration("idleTimeout"))),
                fields.object("audit", audit -> new McpGatewaySpec.Audit(audit.bool("logArguments"))),
                fields.object("staleness", staleness -> new McpGatewaySpec.Staleness(staleness.duration("denyAfter"))));
    }

    private static McpGatewaySpec.Limits limits(Fields fields) {
        return new McpGatewaySpec.Limits(
                fields.longInteger("bodyBytes", McpGatewaySpec.Limits.BODY_BYTES),
                fields.integer("headerBytes", McpGatewaySpec.Limits.HEADER_BYTES),
                fields.integer("concurrentStreams", McpGatewaySpec.Limits.CONCURRENT_STREAMS),
                fields.object("client", PrincipalReader::limits));
    }
}
