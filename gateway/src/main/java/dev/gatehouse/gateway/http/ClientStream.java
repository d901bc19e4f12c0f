package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.channel.ChannelWriter;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.IoUtils;

/** An answer that goes to the client in pieces, each at once. Confined to the exchange's I/O thread. */
final class ClientStream implements ChannelWriter.Listener {

    private final HttpServerExchange http;
    private final Runnable drained;
    private final ChannelWriter writer = new ChannelWriter(this);

    private ClientStream(HttpServerExchange http, Runnable drained) {
        this.http = http;
        this.drained = drained;
    }

    /** Begins an answer of {@code length} bytes, or of unknown length when negative. */
    static ClientStream begin(HttpServerExchange http, int status, String contentType, long length, Runnable drained) {
        http.setStatusCode(status);
        http.getResponseHeaders().put(Headers.CONTENT_TYPE, contentType);
        if (length >= 0) {
            http.setResponseContentLength(length);
        }
        var stream = new ClientStream(http, drained);
        stream.writer.attach(http.getResponseChannel());
        return stream;
    }

    /** Begins an event stream, which no proxy on the way should hold back. */
    static ClientStream beginEvents(HttpServerExchange http, Runnable drained) {
        http.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-cache, no-transform");
        http.getResponseHeaders().put(McpHeaders.ACCEL_BUFFERING, "no");
        ClientStream stream = begin(http, 200, Replies.EVENT_STREAM, -1, drained);
        stream.writer.sendHead();
        return stream;
    }

    /** Sends the head, if nothing has carried it yet. */
    void flush() {
        writer.flush();
    }

    /** Sends lent bytes. Returns false when the producer should pause until {@code drained}. */
    boolean send(ByteBuffer bytes) {
        return writer.writeLent(bytes);
    }

    void end() {
        writer.end();
    }

    /** Lets the client see that the answer is not whole. */
    void breakOff() {
        IoUtils.safeClose(http.getConnection());
    }

    @Override
    public void progressed() {}

    @Override
    public void drained() {
        drained.run();
    }

    @Override
    public void finished() {
        http.endExchange();
    }

    @Override
    public void failed(IOException e) {
        breakOff();
    }
}
