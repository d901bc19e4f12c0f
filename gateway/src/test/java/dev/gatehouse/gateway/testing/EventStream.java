package dev.gatehouse.gateway.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An answer that keeps coming: its events as they arrive, and whether it has ended. */
public final class EventStream implements AutoCloseable {

    private final RawConnection connection;
    private final RawResponse head;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    EventStream(RawConnection connection, RawResponse head) {
        this.connection = connection;
        this.head = head;
        if (head.isEvents()) {
            Thread.ofVirtual().name("event-stream").start(this::read);
        } else {
            ended = true;
        }
    }

    public int status() {
        return head.status();
    }

    public RawResponse head() {
        return head;
    }

    /** The events so far. */
    public List<Event> events() {
        return List.copyOf(events);
    }

    /** The JSON-RPC messages so far. */
    public List<ObjectNode> messages() {
        return events.stream()
                .filter(event -> !event.data().isEmpty())
                .map(event -> Json.parseObject(event.data()))
                .toList();
    }

    /** Whether the gateway closed the stream. */
    public boolean ended() {
        return ended;
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }

    private void read() {
        var rest = new StringBuilder();
        try {
            for (String chunk = connection.chunk(head);
                    chunk != null && !chunk.isEmpty();
                    chunk = connection.chunk(head)) {
                rest.append(chunk);
                int end = rest.indexOf("\n\n");
                while (end >= 0) {
                    events.add(Event.one(new String(rest.substring(0, end).getBytes(ISO_8859_1), UTF_8)));
                    rest.delete(0, end + 2);
                    end = rest.indexOf("\n\n");
                }
            }
        } catch (IOException e) {
            rest.setLength(0);
        } finally {
            ended = true;
        }
    }
}
