package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.mcp.MirroredHeaders;
import dev.gatehouse.gateway.mcp.ModernCall;
import dev.gatehouse.gateway.upstream.CallHead;
import org.jspecify.annotations.Nullable;

/** The heads of requests to modern upstreams, generated from what was authorised. */
final class ModernHeads {

    private ModernHeads() {}

    /** @param target the name or URI as the upstream will read it in the body */
    static CallHead post(ModernCall call, @Nullable String target) {
        return CallHead.modern(MirroredHeaders.of(call.message(), target), call.paramHeaders());
    }
}
