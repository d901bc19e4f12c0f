package dev.gatehouse.gateway.door;

import dev.gatehouse.gateway.mcp.Message;
import dev.gatehouse.gateway.mcp.Meta;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import org.jspecify.annotations.Nullable;

/** Finds the trace id that a caller sends along, in the header or in the message (W3C Trace Context). */
public final class TraceContext {

    private static final HttpString TRACEPARENT = new HttpString("traceparent");
    private static final int LENGTH = 55;

    private TraceContext() {}

    static @Nullable String traceId(HttpServerExchange http, Message message) {
        String header = http.getRequestHeaders().getFirst(TRACEPARENT);
        Meta meta = message.params().meta();
        if (header == null && meta != null && meta.traceparent() != null) {
            header = meta.traceparent().value();
        }
        return header == null ? null : parse(header);
    }

    /** The trace id of the header alone. */
    public static @Nullable String traceId(HttpServerExchange http) {
        String header = http.getRequestHeaders().getFirst(TRACEPARENT);
        return header == null ? null : parse(header);
    }

    private static @Nullable String parse(String traceparent) {
        if (traceparent.length() < LENGTH || traceparent.charAt(2) != '-' || traceparent.charAt(35) != '-') {
            return null;
        }
        String id = traceparent.substring(3, 35);
        return id.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f')) ? id : null;
    }
}
