package dev.gatehouse.gateway.mcp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Collects JSON from slices of what was read and from new text. */
public final class JsonOutput {

    private final ByteArrayOutputStream bytes;

    /** @param expected bytes */
    public JsonOutput(int expected) {
        bytes = new ByteArrayOutputStream(expected);
    }

    /** Appends the bytes {@code [from, to)} of an array-backed buffer, counted from its beginning. */
    public JsonOutput slice(ByteBuffer source, int from, int to) {
        bytes.write(source.array(), source.arrayOffset() + from, to - from);
        return this;
    }

    public JsonOutput text(String json) {
        bytes.writeBytes(json.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
