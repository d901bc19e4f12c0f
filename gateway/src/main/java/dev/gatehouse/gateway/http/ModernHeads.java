package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.mcp.MirroredHeaders;
import dev.gatehouse.gateway.mcp.ModernCall;
import dev.gatehouse.gateway.upstream.lane.CallHead;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import org.jspecify.annotations.Nullable;

/** The heads of requests to modern upstreams, generated from what was authorised. */
final class ModernHeads {

    private static final String BOTH = Replies.JSON + ", " + Replies.EVENT_STREAM;

    private ModernHeads() {}

    /** @param target the name or URI as the upstream will read it in the body */
    static CallHead post(ModernCall call, @Nullable String target) {
        MirroredHeaders mirrored = MirroredHeaders.of(call.message(), target);
        var headers = new HeaderMap();
        headers.put(Headers.ACCEPT, BOTH);
        headers.put(Headers.CONTENT_TYPE, Replies.JSON);
        headers.put(McpHeaders.PROTOCOL_VERSION, mirrored.protocolVersion());
        headers.put(McpHeaders.METHOD, mirrored.method());
        if (mirrored.name() != null) {
            headers.put(McpHeaders.NAME, mirrored.name());
        }
        call.paramHeaders().forEach((name, value) -> headers.put(HttpString.tryFromString(name), value));
        return new CallHead(Methods.POST, headers);
    }
}
