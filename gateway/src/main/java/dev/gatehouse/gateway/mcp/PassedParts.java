package dev.gatehouse.gateway.mcp;

import java.nio.ByteBuffer;
import java.util.List;

/** What passes of one chunk, in order: neighbouring ranges of it as one slice, and what is not of it between them. */
final class PassedParts {

    private final ByteBuffer chunk;
    private final List<ByteBuffer> parts;
    private int from;
    private int to;

    PassedParts(ByteBuffer chunk, List<ByteBuffer> parts) {
        this.chunk = chunk;
        this.parts = parts;
    }

    /** Adds the bytes at absolute indices of the chunk. */
    void range(int start, int end) {
        if (start != to) {
            flush();
            from = start;
        }
        to = end;
    }

    void own(ByteBuffer bytes) {
        flush();
        parts.add(bytes);
    }

    void flush() {
        if (from < to) {
            parts.add(chunk.slice(from, to - from));
        }
        from = to;
    }
}
