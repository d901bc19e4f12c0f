package dev.gatehouse.gateway.door;

import dev.gatehouse.gateway.mcp.HeaderFacts;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the headers that speak about a message. */
final class MirroredFacts {

    private MirroredFacts() {}

    /** Null when a header that mirrors an argument is there twice. */
    static @Nullable HeaderFacts of(HeaderMap headers) {
        String method = headers.getFirst(McpHeaders.METHOD);
        Map<String, String> params = method == null ? Map.of() : params(headers);
        return params == null
                ? null
                : new HeaderFacts(
                        headers.getFirst(McpHeaders.PROTOCOL_VERSION),
                        method,
                        headers.getFirst(McpHeaders.NAME),
                        headers.getFirst(McpHeaders.SESSION_ID),
                        params);
    }

    private static @Nullable Map<String, String> params(HeaderMap headers) {
        var params = new HashMap<String, String>();
        for (HeaderValues values : headers) {
            String name = values.getHeaderName().toString();
            if (name.regionMatches(true, 0, McpHeaders.PARAM_PREFIX, 0, McpHeaders.PARAM_PREFIX.length())) {
                if (values.size() > 1) {
                    return null;
                }
                params.put(name.toLowerCase(Locale.ROOT), values.getFirst());
            }
        }
        return params;
    }
}
