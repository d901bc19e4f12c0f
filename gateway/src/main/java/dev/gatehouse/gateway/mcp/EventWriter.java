package dev.gatehouse.gateway.mcp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes server-sent events so that any reader finds the same fields again. */
public final class EventWriter {

    private static final byte[] DATA = "data: ".getBytes(StandardCharsets.US_ASCII);
    private static final int FRAME = 32;

    private EventWriter() {}

    /** The event's lines and the empty line that ends it. */
    public static ByteBuffer write(Event event) {
        ByteBuffer data = event.data();
        ByteArrayOutputStream out = new ByteArrayOutputStream(FRAME + (data == null ? 0 : data.remaining()));
        field(out, "event: ", event.type());
        field(out, "id: ", event.id());
        Integer retry = event.retryMillis();
        field(out, "retry: ", retry == null ? null : retry.toString());
        if (data != null) {
            data(out, data);
        }
        out.write('\n');
        return ByteBuffer.wrap(out.toByteArray());
    }

    /** A comment and nothing else, to show that the connection lives. */
    public static ByteBuffer comment(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() + 2);
        field(out, ":", text);
        return ByteBuffer.wrap(out.toByteArray());
    }

    private static void field(ByteArrayOutputStream out, String name, @Nullable String value) {
        if (value == null) {
            return;
        }
        if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0 || value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a field of an event is one line");
        }
        out.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(value.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }

    private static void data(ByteArrayOutputStream out, ByteBuffer data) {
        out.writeBytes(DATA);
        boolean afterReturn = false;
        while (data.hasRemaining()) {
            byte b = data.get();
            boolean secondHalf = b == '\n' && afterReturn;
            afterReturn = b == '\r';
            if (b == '\r' || (b == '\n' && !secondHalf)) {
                out.write('\n');
                out.writeBytes(DATA);
            } else if (!secondHalf) {
                out.write(b);
            }
        }
        out.write('\n');
    }
}
