package dev.gatehouse.gateway.dialect;

import dev.gatehouse.gateway.mcp.RawJson;
import dev.gatehouse.gateway.mcp.RequestId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Wraps a ready result into the answer to one request, without copying it. */
final class Results {

    private static final byte[] END = {'}'};

    private Results() {}

    static List<ByteBuffer> of(@Nullable RequestId id, RawJson result) {
        String head = "{\"jsonrpc\":\"2.0\",\"id\":" + (id == null ? "null" : id.json()) + ",\"result\":";
        return List.of(ByteBuffer.wrap(head.getBytes(StandardCharsets.UTF_8)), result.buffer(), ByteBuffer.wrap(END));
    }
}
