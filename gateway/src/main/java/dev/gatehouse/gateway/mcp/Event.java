package dev.gatehouse.gateway.mcp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One server-sent event (WHATWG HTML, section 9.2), as it stood in the stream: also those that a browser would not
 * dispatch, because an id, a retry delay or empty data means something to an MCP client.
 *
 * @param retryMillis the delay before a client reconnects
 * @param data the data lines joined by line feeds; empty for an empty data line, absent where there was none
 */
public record Event(
        @Nullable String type,
        @Nullable String id,
        @Nullable Integer retryMillis,
        @Nullable ByteBuffer data) {

    /** An event that carries a message and nothing else. */
    public static Event of(byte[] data) {
        return new Event(null, null, null, ByteBuffer.wrap(data));
    }

    /** At its beginning, independent of other callers' reading. */
    @Override
    public @Nullable ByteBuffer data() {
        return data == null ? null : data.duplicate();
    }

    /** The data as text, empty where there was none. */
    public String text() {
        return data == null
                ? ""
                : StandardCharsets.UTF_8.decode(data.duplicate()).toString();
    }

    public Event withId(@Nullable String other) {
        return new Event(type, other, retryMillis, data);
    }

    public Event withData(byte[] other) {
        return new Event(type, id, retryMillis, ByteBuffer.wrap(other));
    }
}
