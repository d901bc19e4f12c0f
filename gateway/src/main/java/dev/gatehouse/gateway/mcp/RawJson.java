package dev.gatehouse.gateway.mcp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One JSON value as immutable UTF-8 bytes, ready to be written. */
public final class RawJson {

    private final byte[] bytes;
    private final ByteBuffer view;

    private RawJson(byte[] bytes, ByteBuffer view) {
        this.bytes = bytes;
        this.view = view;
    }

    /** Takes over the array: the caller must not change it any more. */
    public static RawJson owning(byte[] bytes) {
        return new RawJson(bytes, ByteBuffer.wrap(bytes).asReadOnlyBuffer());
    }

    public static RawJson of(String json) {
        return owning(json.getBytes(StandardCharsets.UTF_8));
    }

    public int length() {
        return bytes.length;
    }

    /** The same for what is written often and lives long: keeps a copy where sockets take it from without another one. */
    public RawJson atHand() {
        return new RawJson(
                bytes, ByteBuffer.allocateDirect(bytes.length).put(bytes).flip().asReadOnlyBuffer());
    }

    /** A read-only view, without a copy. */
    public ByteBuffer buffer() {
        return view.duplicate();
    }

    /** Copies all bytes into the array, which must have {@link #length()} bytes of room. */
    public void copyTo(byte[] target, int at) {
        System.arraycopy(bytes, 0, target, at, bytes.length);
    }

    /** The bytes themselves: not to be changed. */
    public byte[] shared() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawJson that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
