package dev.gatehouse.gateway.relay;

import dev.gatehouse.gateway.LogKeys;
import dev.gatehouse.gateway.mcp.Event;
import dev.gatehouse.gateway.mcp.EventParser;
import dev.gatehouse.gateway.mcp.EventSink;
import dev.gatehouse.gateway.mcp.EventWriter;
import dev.gatehouse.gateway.mcp.Message;
import dev.gatehouse.gateway.mcp.MessageScanner;
import dev.gatehouse.gateway.mcp.Refusal;
import dev.gatehouse.gateway.mcp.ScanResult;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads an upstream's event stream and writes it anew with the messages that may pass. Comments pass, as they keep
 * connections alive; ids are left out, as an upstream's ids say nothing to the gateway's clients.
 */
final class EventSieve implements EventSink {

    /** The largest single event, in bytes. */
    static final int MAX_EVENT = 16 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(EventSieve.class);

    private final EventParser parser = new EventParser(MAX_EVENT);
    private final MessageScanner scanner;
    private final String serverKey;
    private final Predicate<Message> passes;
    private final List<ByteBuffer> passed = new ArrayList<>(1);
    private boolean unreadable;

    EventSieve(MessageScanner scanner, String serverKey, Predicate<Message> passes) {
        this.scanner = scanner;
        this.serverKey = serverKey;
        this.passes = passes;
    }

    /** What passes of the events that {@code bytes} complete, or null when one is too large. */
    @Nullable
    ByteBuffer sift(ByteBuffer bytes) {
        passed.clear();
        return parser.feed(bytes, this) ? joined() : null;
    }

    /** Whether an event was left out because nobody could read it. */
    boolean hasLeftOut() {
        return unreadable;
    }

    @Override
    public void event(Event event) {
        ByteBuffer data = event.data();
        if (data == null || !data.hasRemaining()) {
            return;
        }
        scanner.reset();
        scanner.feed(data);
        switch (scanner.finish()) {
            case ScanResult.Scanned(Message message) -> {
                if (passes.test(message)) {
                    passed.add(EventWriter.write(event.withId(null)));
                }
            }
            case ScanResult.Refused(Refusal refusal) -> {
                unreadable = true;
                LOG.atWarn()
                        .addKeyValue(LogKeys.SERVER, serverKey)
                        .addKeyValue(LogKeys.REASON, refusal.grounds())
                        .log("An upstream sent an event that cannot be read without doubt; it is left out");
            }
        }
    }

    @Override
    public void comment(String text) {
        passed.add(EventWriter.comment(text));
    }

    private ByteBuffer joined() {
        if (passed.size() == 1) {
            return passed.getFirst();
        }
        var all = ByteBuffer.allocate(
                passed.stream().mapToInt(ByteBuffer::remaining).sum());
        passed.forEach(all::put);
        return all.flip();
    }
}
