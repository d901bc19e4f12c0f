package dev.gatehouse.gateway.upstream.rare;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Takes the data out of an event stream as its bytes arrive; event names, ids and comments do not matter to a caller who
 * waits for one answer. Not thread-safe.
 */
final class EventData {

    private static final byte[] FIELD = {'d', 'a', 't', 'a'};

    private final Consumer<byte[]> events;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private boolean hasData;
    private boolean afterCarriageReturn;

    /** @param events is given the data of each event that has any */
    EventData(Consumer<byte[]> events) {
        this.events = events;
    }

    void feed(ByteBuffer chunk) {
        while (chunk.hasRemaining()) {
            byte b = chunk.get();
            boolean secondHalfOfLineEnd = b == '\n' && afterCarriageReturn;
            afterCarriageReturn = b == '\r';
            if (b == '\n' || b == '\r') {
                if (!secondHalfOfLineEnd) {
                    endOfLine();
                }
            } else {
                line.write(b);
            }
        }
    }

    private void endOfLine() {
        byte[] bytes = line.toByteArray();
        line.reset();
        if (bytes.length == 0) {
            dispatch();
        } else if (isDataField(bytes)) {
            if (hasData) {
                data.write('\n');
            }
            hasData = true;
            int from = bytes.length > 5 && bytes[5] == ' ' ? 6 : 5;
            data.write(bytes, Math.min(from, bytes.length), Math.max(0, bytes.length - from));
        }
    }

    private void dispatch() {
        if (hasData) {
            events.accept(data.toByteArray());
        }
        data.reset();
        hasData = false;
    }

    private static boolean isDataField(byte[] line) {
        return line.length >= 4 && Arrays.equals(line, 0, 4, FIELD, 0, 4) && (line.length == 4 || line[4] == ':');
    }
}
