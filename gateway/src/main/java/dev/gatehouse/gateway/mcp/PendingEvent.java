package dev.gatehouse.gateway.mcp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The fields of the event that is being read. */
final class PendingEvent {

    private static final int MAX_RETRY_DIGITS = 9;

    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private boolean hasData;
    private @Nullable String type;
    private @Nullable String id;
    private @Nullable Integer retry;

    boolean begun() {
        return hasData || type != null || id != null || retry != null;
    }

    int size() {
        return data.size();
    }

    /** Takes a line that is neither empty nor a comment. Fields that the standard does not know are dropped. */
    void field(byte[] bytes, int from, int to) {
        int colon = from;
        while (colon < to && bytes[colon] != ':') {
            colon++;
        }
        int value = Math.min(colon + 1, to);
        if (value < to && bytes[value] == ' ') {
            value++;
        }
        String name = new String(bytes, from, colon - from, StandardCharsets.UTF_8);
        switch (name) {
            case "data" -> data(bytes, value, to);
            case "event" -> type(text(bytes, value, to));
            case "id" -> id(text(bytes, value, to));
            case "retry" -> retry(text(bytes, value, to));
            default -> {}
        }
    }

    void dispatch(EventSink sink) {
        if (begun()) {
            Event event = new Event(type, id, retry, hasData ? ByteBuffer.wrap(data.toByteArray()) : null);
            data.reset();
            hasData = false;
            type = null;
            id = null;
            retry = null;
            sink.event(event);
        }
    }

    private void data(byte[] bytes, int from, int to) {
        if (hasData) {
            data.write('\n');
        }
        hasData = true;
        data.write(bytes, from, to - from);
    }

    private void id(String value) {
        if (value.indexOf('\0') < 0) {
            id = value;
        }
    }

    /** The standard says so of ids only, but there is no event that a client should know by such a name. */
    private void type(String value) {
        if (value.indexOf('\0') < 0) {
            type = value;
        }
    }

    private void retry(String value) {
        boolean digits = !value.isEmpty()
                && value.length() <= MAX_RETRY_DIGITS
                && value.chars().allMatch(c -> c >= '0' && c <= '9');
        if (digits) {
            retry = Integer.valueOf(value);
        }
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
