package dev.gatehouse.gateway.dialect;

import dev.gatehouse.gateway.mcp.RawJson;
import dev.gatehouse.gateway.mcp.RequestId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Wraps a ready result into the answer to one request. */
final class Results {

    private static final byte[] HEAD = "{\"jsonrpc\":\"2.0\",\"id\":".getBytes(StandardCharsets.UTF_8);
    private static final byte[] RESULT = ",\"result\":".getBytes(StandardCharsets.UTF_8);

    private Results() {}

    static ByteBuffer of(@Nullable RequestId id, RawJson result) {
        byte[] idJson = (id == null ? "null" : id.json()).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(HEAD.length + idJson.length + RESULT.length + result.length() + 1)
                .put(HEAD)
                .put(idJson)
                .put(RESULT)
                .put(result.shared())
                .put((byte) '}')
                .flip();
    }
}
