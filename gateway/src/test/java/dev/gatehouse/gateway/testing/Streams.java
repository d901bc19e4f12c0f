package dev.gatehouse.gateway.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The long event streams that a scripted upstream holds open: GET streams of the legacy era, listens of the modern one. Their
 * callers may close them at any moment, so writing to one that is gone is no failure; what nobody takes is.
 */
public final class Streams {

    private final List<Open> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger abandoned = new AtomicInteger();

    public int open() {
        return open.size();
    }

    /** How many callers went away before the upstream ended the stream. */
    public int abandoned() {
        return abandoned.get();
    }

    /**
     * Sends a notification on every stream; on a listen it carries the subscription's id.
     *
     * @throws AssertionError when no stream took it: what is said to nobody proves nothing
     */
    public void broadcast(String method, ObjectNode params) {
        requireHeard(offer(method, params), method);
    }

    /** As {@link #broadcast}, where it may be that the gateway has closed the last stream; says how many took it. */
    public int offer(String method, ObjectNode params) {
        return toEach(stream -> stream.events().message(notification(stream, method, params)));
    }

    /**
     * Raw text on every stream.
     *
     * @throws AssertionError when no stream took it
     */
    public void broadcastRaw(String text) {
        requireHeard(toEach(stream -> stream.events().raw(text)), text);
    }

    /** Ends every stream that is still open in good order. */
    public void endAll() {
        var _ = toEach(stream -> stream.events().end());
    }

    /** Holds the stream until either side ends it. */
    void hold(Open stream) throws IOException {
        hold(stream, null);
    }

    /** Holds the stream until either side ends it. Whoever hears {@code first} may be sure that a broadcast reaches him. */
    void hold(Open stream, @Nullable String first) throws IOException {
        EventReply events = stream.events();
        try {
            synchronized (events) {
                events.endWithItsConnection();
                open.add(stream);
                if (first != null) {
                    events.raw(first);
                }
            }
            if (events.watch()) {
                abandoned.incrementAndGet();
            }
        } finally {
            open.remove(stream);
        }
    }

    private int toEach(Writing writing) {
        return (int) open.stream().filter(stream -> took(stream, writing)).count();
    }

    private static boolean took(Open stream, Writing writing) {
        try {
            writing.to(stream);
            return true;
        } catch (IOException itsCallerHasClosedIt) {
            return false;
        }
    }

    private static String notification(Open stream, String method, ObjectNode params) {
        ObjectNode message = Json.object().put("jsonrpc", "2.0").put("method", method);
        ObjectNode own = params.deepCopy();
        if (stream.listenId() != null) {
            own.withObject("/_meta").set("io.modelcontextprotocol/subscriptionId", stream.listenId());
        }
        message.set("params", own);
        return message.toString();
    }

    private static void requireHeard(int took, String said) {
        if (took == 0) {
            throw new AssertionError("no stream was open: nobody heard " + said);
        }
    }

    /** @param listenId the JSON-RPC id of a modern listen; null on a legacy stream */
    record Open(EventReply events, @Nullable JsonNode listenId) {}

    /** What is written to one stream. */
    @FunctionalInterface
    private interface Writing {

        void to(Open stream) throws IOException;
    }
}
