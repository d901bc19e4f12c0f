package dev.gatehouse.gateway.dialect;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole answer to a caller.
 *
 * @param headers beside those that the body needs
 * @param json absent: no body
 */
public record Reply(
        int status, Map<String, String> headers, @Nullable ByteBuffer json) {

    public Reply {
        headers = Map.copyOf(headers);
    }

    public static Reply json(int status, byte[] json) {
        return new Reply(status, Map.of(), ByteBuffer.wrap(json));
    }

    public static Reply json(int status, ByteBuffer json) {
        return new Reply(status, Map.of(), json);
    }

    public static Reply empty(int status) {
        return new Reply(status, Map.of(), null);
    }

    public Reply with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, json);
    }
}
