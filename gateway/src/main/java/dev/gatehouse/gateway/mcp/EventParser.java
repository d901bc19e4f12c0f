package dev.gatehouse.gateway.mcp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads a stream of server-sent events from its bytes as they arrive, and hands each event on as soon as its last line
 * has ended. Lines end by CR, LF or both; how the stream is cut makes no difference. An event that the stream ends
 * within is dropped, as the standard demands.
 *
 * <p>Not thread-safe. Memory is bounded by the largest allowed event and one chunk.
 */
public final class EventParser {

    private static final int KEPT = 64 << 10;

    private final int maxEventBytes;
    private final PendingEvent pending = new PendingEvent();
    private byte[] buffer = new byte[1 << 10];
    private int filled;
    private boolean skipLineFeed;
    private boolean begun;
    private boolean refused;

    /** @param maxEventBytes of one event: its data and the line being read */
    public EventParser(int maxEventBytes) {
        this.maxEventBytes = maxEventBytes;
    }

    /**
     * Takes and consumes the next bytes.
     *
     * @return false once an event was too large, whatever follows
     */
    public boolean feed(ByteBuffer chunk, EventSink sink) {
        if (refused) {
            chunk.position(chunk.limit());
            return false;
        }
        int searched = filled;
        append(chunk);
        int line = 0;
        for (int i = searched; i < filled && !refused; i++) {
            byte b = buffer[i];
            if (b == '\n' && skipLineFeed) {
                line = i + 1;
            } else if (b == '\n' || b == '\r') {
                line(line, i, sink);
                line = i + 1;
            }
            skipLineFeed = b == '\r';
        }
        keepFrom(line);
        refused |= tooLarge(filled);
        return !refused;
    }

    /** Whether an event has begun and not ended. */
    public boolean midEvent() {
        return filled > 0 || pending.begun();
    }

    private void append(ByteBuffer chunk) {
        int count = chunk.remaining();
        if (filled + count > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(filled + count, 2 * buffer.length));
        }
        chunk.get(buffer, filled, count);
        filled += count;
    }

    private void keepFrom(int line) {
        int rest = filled - line;
        if (rest == 0 && buffer.length > KEPT) {
            buffer = new byte[KEPT];
        } else if (rest > 0 && line > 0) {
            System.arraycopy(buffer, line, buffer, 0, rest);
        }
        filled = rest;
    }

    private boolean tooLarge(int lineLength) {
        return lineLength + pending.size() > maxEventBytes;
    }

    private void line(int lineStart, int to, EventSink sink) {
        int from = begun ? lineStart : withoutByteOrderMark(lineStart, to);
        begun = true;
        if (tooLarge(to - from)) {
            refused = true;
        } else if (from == to) {
            pending.dispatch(sink);
        } else if (buffer[from] == ':') {
            String text = new String(buffer, from + 1, to - from - 1, StandardCharsets.UTF_8);
            sink.comment(text.indexOf('\0') < 0 ? text : "");
        } else {
            pending.field(buffer, from, to);
        }
    }

    private int withoutByteOrderMark(int from, int to) {
        boolean marked = to - from >= 3
                && buffer[from] == (byte) 0xef
                && buffer[from + 1] == (byte) 0xbb
                && buffer[from + 2] == (byte) 0xbf;
        return marked ? from + 3 : from;
    }
}
