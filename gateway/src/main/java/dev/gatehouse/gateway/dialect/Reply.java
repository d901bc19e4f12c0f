package dev.gatehouse.gateway.dialect;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A whole answer to a caller.
 *
 * @param headers beside those that the body needs
 * @param json the body's parts in order, so that what is ready is written as it is; none: no body
 */
public record Reply(int status, Map<String, String> headers, List<ByteBuffer> json) {

    public Reply {
        headers = Map.copyOf(headers);
        json = List.copyOf(json);
    }

    public static Reply json(int status, byte[] json) {
        return json(status, List.of(ByteBuffer.wrap(json)));
    }

    public static Reply json(int status, List<ByteBuffer> parts) {
        return new Reply(status, Map.of(), parts);
    }

    public static Reply empty(int status) {
        return new Reply(status, Map.of(), List.of());
    }

    public Reply with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, json);
    }
}
