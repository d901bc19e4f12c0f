package dev.gatehouse.gateway.testing;

import dev.gatehouse.gateway.testing.RecordingUpstream.Behaviour;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** Ways in which upstreams go wrong, by malice or by accident. */
public final class Misbehaviour {

    private Misbehaviour() {}

    /** Closes the connection instead of answering. */
    public static Behaviour dead() {
        return (request, reply) -> reply.hangUp();
    }

    public static Behaviour redirect(String to) {
        return (request, reply) -> reply.empty(307, new HeaderLine("Location", to));
    }

    public static Behaviour status(int status, HeaderLine... headers) {
        return (request, reply) -> reply.json(status, "{\"upstream\":\"secret detail\"}", headers);
    }

    /** A proper result under a content type of its own choice, with {@code headers} on top. */
    public static Behaviour result(String contentType, HeaderLine... headers) {
        return (request, reply) -> reply.send(200, contentType, emptyResult(request), headers);
    }

    /** One event of {@code bytes} bytes. */
    public static Behaviour giantEvent(int bytes) {
        return (request, reply) -> {
            EventReply events = reply.events();
            events.raw("data: ");
            String piece = "x".repeat(1 << 16);
            for (int sent = 0; sent < bytes; sent += piece.length()) {
                events.raw(piece);
            }
            events.raw("\n\n");
            events.end();
        };
    }

    /** A body of {@code bytes} bytes, as far as anybody reads it, counted in {@code written}. */
    public static Behaviour hugeAnswer(int bytes, AtomicLong written) {
        return (request, reply) -> {
            reply.raw(
                    "HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\nContent-Length: " + bytes + "\r\n\r\n");
            String piece = " ".repeat(1 << 16);
            while (written.get() < bytes) {
                reply.raw(piece);
                written.addAndGet(piece.length());
            }
        };
    }

    /** Comments without end, counted in {@code written}, until the caller goes away. */
    public static Behaviour endlessEvents(AtomicLong written) {
        return (request, reply) -> {
            EventReply events = reply.events();
            while (true) {
                events.raw(": still here\n\n");
                written.incrementAndGet();
                pause();
            }
        };
    }

    /** A list whose every page is the same and names a next one. */
    public static Behaviour cursorLoop(String member) {
        return (request, reply) -> reply.json(
                200,
                "{\"jsonrpc\":\"2.0\",\"id\":" + request.json().path("id") + ",\"result\":{\"" + member
                        + "\":[],\"nextCursor\":\"again\",\"resultType\":\"complete\",\"ttlMs\":0,"
                        + "\"cacheScope\":\"private\"}}");
    }

    private static String emptyResult(RecordedRequest request) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + request.json().path("id")
                + ",\"result\":{\"content\":[],\"resultType\":\"complete\"}}";
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
