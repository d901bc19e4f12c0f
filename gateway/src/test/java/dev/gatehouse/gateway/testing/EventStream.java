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
        var lines = new StringBuilder();
        var block = new StringBuilder();
        try {
            for (String chunk = connection.chunk(head);
                    chunk != null && !chunk.isEmpty();
                    chunk = connection.chunk(head)) {
                lines.append(chunk);
                for (int end = lines.indexOf("\n"); end >= 0; end = lines.indexOf("\n")) {
                    take(lines.substring(0, end), block);
                    lines.delete(0, end + 1);
                }
            }
        } catch (IOException e) {
            lines.setLength(0); // the connection was closed under the stream, by either side
        } finally {
            ended = true;
        }
    }

    /** An empty line ends an event; a comment between two events counts as one of its own. */
    private void take(String line, StringBuilder block) {
        boolean comment = block.isEmpty() && line.startsWith(":");
        if (!line.isEmpty()) {
            block.append(new String(line.getBytes(ISO_8859_1), UTF_8)).append('\n');
        }
        if ((line.isEmpty() || comment) && !block.isEmpty()) {
            events.add(Event.one(block.toString()));
            block.setLength(0);
        }
    }
}
