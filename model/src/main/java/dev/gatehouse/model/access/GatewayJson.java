package dev.gatehouse.model.access;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gatehouse.model.resource.McpGatewaySpec;
import java.io.IOException;
import java.util.List;

/** The canonical form of the gateway's settings. */
final class GatewayJson {

    private GatewayJson() {}

    static byte[] write(McpGatewaySpec spec) {
        return CanonicalJson.write(json -> {
            strings(json, "allowedHosts", spec.allowedHosts());
            strings(json, "allowedOrigins", spec.allowedOrigins());
            json.writeStringField("entry", "gateway");
            json.writeObjectFieldStart("gatewayLimits");
            json.writeNumberField("bodyBytes", spec.limits().bodyBytes());
            json.writeNumberField("concurrentStreams", spec.limits().concurrentStreams());
            json.writeNumberField("headerBytes", spec.limits().headerBytes());
            PrincipalJson.limits(json, spec.limits().client());
            json.writeEndObject();
            json.writeStringField("idleTimeout", spec.sessions().idleTimeout().toString());
            json.writeBooleanField("logArguments", spec.audit().logArguments());
            CanonicalJson.optional(json, "publicUrl", spec.publicUrl());
            CanonicalJson.optional(json, "stalenessDenyAfter", spec.staleness().denyAfter());
        });
    }

    private static void strings(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
