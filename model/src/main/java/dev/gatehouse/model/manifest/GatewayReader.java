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
                fields.longInteger("bodyBytes"),
                fields.integer("headerBytes"),
                fields.integer("concurrentStreams"),
                fields.object("client", PrincipalReader::limits));
    }
}
