package dev.gatehouse.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One request as the bytes that go on the wire, with the nine digits of its JSON-RPC id left to be filled in. Made once
 * for each caller, so that sending it again costs nine stores.
 */
public final class LoadRequest {

    /** The id as it stands in a body before it is filled in; every id has as many digits. */
    public static final String ID = "100000000";

    private static final long FIRST_ID = Long.parseLong(ID);
    private static final long IDS = 900_000_000L;

    private final byte[] wire;
    private final int idAt;

    private LoadRequest(byte[] wire, int idAt) {
        this.wire = wire;
        this.idAt = idAt;
    }

    /** A POST of {@code body}, in which {@link #ID} stands once as the value of {@code id}. */
    public static LoadRequest post(String path, Map<String, String> headers, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        var head = new StringBuilder("POST ").append(path).append(" HTTP/1.1\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(content.length).append("\r\n\r\n");
        byte[] start = head.toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] wire = new byte[start.length + content.length];
        System.arraycopy(start, 0, wire, 0, start.length);
        System.arraycopy(content, 0, wire, start.length, content.length);
        int at = body.indexOf("\"id\":" + ID);
        if (at < 0) {
            throw new IllegalArgumentException("the body has no place for an id");
        }
        return new LoadRequest(wire, start.length + at + "\"id\":".length());
    }

    /** The request in a buffer of its own. */
    ByteBuffer buffer() {
        return ByteBuffer.allocateDirect(wire.length).put(wire).flip();
    }

    /** Writes {@code id} into {@code buffer} and into {@code digits}. */
    void number(ByteBuffer buffer, long id, byte[] digits) {
        long rest = id;
        for (int i = digits.length - 1; i >= 0; i--) {
            digits[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        buffer.put(idAt, digits);
    }

    static long id(long sequence) {
        return FIRST_ID + sequence % IDS;
    }
}
