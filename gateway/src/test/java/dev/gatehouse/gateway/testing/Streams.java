package dev.gatehouse.gateway.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The long event streams that a scripted upstream holds open: GET streams of the legacy era, listens of the modern one. */
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

    /** Sends a notification on every stream; on a listen it carries the subscription's id. */
    public void broadcast(String method, ObjectNode params) throws IOException {
        for (Open stream : open) {
            ObjectNode message = Json.object().put("jsonrpc", "2.0").put("method", method);
            ObjectNode own = params.deepCopy();
            if (stream.listenId() != null) {
                own.withObject("/_meta").set("io.modelcontextprotocol/subscriptionId", stream.listenId());
            }
            message.set("params", own);
            stream.events().message(message.toString());
        }
    }

    /** Raw text on every stream. */
    public void broadcastRaw(String text) throws IOException {
        for (Open stream : open) {
            stream.events().raw(text);
        }
    }

    /** Ends every stream in good order. */
    public void endAll() throws IOException {
        for (Open stream : open) {
            stream.events().end();
        }
    }

    /** Holds the stream until either side ends it. */
    void hold(Open stream) throws IOException {
        open.add(stream);
        try {
            if (stream.events().watch()) {
                abandoned.incrementAndGet();
            }
        } finally {
            open.remove(stream);
        }
    }

    /** @param listenId the JSON-RPC id of a modern listen; null on a legacy stream */
    record Open(EventReply events, @Nullable JsonNode listenId) {}
}
