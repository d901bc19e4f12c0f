package dev.gatehouse.gateway.mcp;

/** Some bytes of a chunk on the heap, and where in the chunk they stand. */
final class Piece {

    private final byte[] bytes;
    private final int from;
    private final int to;
    private final int shift;
    private final PassedParts parts;

    /** @param shift what is added to an index of {@code bytes} to find the byte in the chunk */
    Piece(byte[] bytes, int from, int to, int shift, PassedParts parts) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.shift = shift;
        this.parts = parts;
    }

    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    void pass(int start, int end) {
        parts.range(start + shift, end + shift);
    }

    PassedParts parts() {
        return parts;
    }
}
