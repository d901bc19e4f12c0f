package dev.gatehouse.gateway.mcp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A scanned body with some of its values replaced and every other byte as it was. Since the scan has proved the body
 * unambiguous, what goes out says exactly what was read, and the new values.
 *
 * <p>Immutable: one instance can write any number of chunks, in any order.
 */
public final class SplicedBody {

    private final List<Replacement> replacements;

    private SplicedBody(List<Replacement> replacements) {
        this.replacements = replacements;
    }

    /** The body as it is. */
    public static SplicedBody unchanged() {
        return new SplicedBody(List.of());
    }

    /** The body with one string replaced. */
    public static SplicedBody of(Text at, String value) {
        return new SplicedBody(List.of(new Replacement(at.start(), at.end(), ByteBuffer.wrap(JsonText.utf8(value)))));
    }

    /** Also replaces {@code [start, end)} by this JSON; replacements must not overlap. */
    public SplicedBody with(long start, long end, String json) {
        List<Replacement> next = new ArrayList<>(replacements);
        next.add(new Replacement(start, end, ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8))));
        next.sort(Comparator.comparingLong(Replacement::start));
        for (int i = 1; i < next.size(); i++) {
            if (next.get(i - 1).end() > next.get(i).start()) {
                throw new IllegalArgumentException(
                        "two replacements overlap at " + next.get(i).start());
            }
        }
        return new SplicedBody(List.copyOf(next));
    }

    /** How long the body becomes. */
    public long length(long originalLength) {
        long length = originalLength;
        for (Replacement r : replacements) {
            length += r.json().remaining() - (r.end() - r.start());
        }
        return length;
    }

    /**
     * The whole new body as slices of the original and the new values between them, in order and none of them empty:
     * {@link #length} bytes in all, of which only the values are new.
     *
     * @param original which must stay as it is until the parts are written
     * @param originalLength how many of its bytes are the body
     */
    public ByteBuffer[] parts(byte[] original, int originalLength) {
        ByteBuffer[] parts = new ByteBuffer[2 * replacements.size() + 1];
        int count = 0;
        int at = 0;
        for (Replacement r : replacements) {
            if (at < r.start()) {
                parts[count++] = ByteBuffer.wrap(original, at, (int) r.start() - at);
            }
            parts[count++] = r.json().duplicate();
            at = (int) r.end();
        }
        if (at < originalLength) {
            parts[count++] = ByteBuffer.wrap(original, at, originalLength - at);
        }
        return count == parts.length ? parts : Arrays.copyOf(parts, count);
    }

    /** The whole new body, copied. */
    public byte[] apply(byte[] original) {
        ByteArrayOutputStream out = new ByteArrayOutputStream((int) length(original.length));
        for (ByteBuffer part : chunk(0, ByteBuffer.wrap(original))) {
            out.write(part.array(), part.arrayOffset() + part.position(), part.remaining());
        }
        return out.toByteArray();
    }

    /**
     * What to write for one chunk of the body: slices of the chunk and new values between them, in order. A value that
     * spans several chunks is written with the one in which it begins. Leaves the chunk's position alone.
     *
     * @param offset of the chunk in the original body
     */
    public List<ByteBuffer> chunk(long offset, ByteBuffer chunk) {
        List<ByteBuffer> parts = new ArrayList<>(1 + 2 * replacements.size());
        long end = offset + chunk.remaining();
        long at = offset;
        for (Replacement r : replacements) {
            if (r.end() <= at || r.start() >= end) {
                continue;
            }
            if (r.start() >= offset) {
                slice(parts, chunk, offset, at, r.start());
                parts.add(r.json().duplicate());
            }
            at = Math.min(r.end(), end);
        }
        slice(parts, chunk, offset, at, end);
        return parts;
    }

    private static void slice(List<ByteBuffer> parts, ByteBuffer chunk, long offset, long from, long to) {
        if (from < to) {
            parts.add(chunk.slice(chunk.position() + (int) (from - offset), (int) (to - from)));
        }
    }

    private record Replacement(long start, long end, ByteBuffer json) {}
}
