package dev.gatehouse.gateway.door;

import dev.gatehouse.gateway.channel.ChannelWriter;
import dev.gatehouse.gateway.relay.ReplyStream;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.IoUtils;

/** An answer that goes out in pieces. Confined to the exchange's I/O thread. */
final class HttpStream implements ReplyStream, ChannelWriter.Listener {

    private final HttpServerExchange http;
    private final Runnable drained;
    private final ChannelWriter writer = new ChannelWriter(this);

    private HttpStream(HttpServerExchange http, Runnable drained) {
        this.http = http;
        this.drained = drained;
    }

    static HttpStream on(HttpServerExchange http, Runnable drained) {
        var stream = new HttpStream(http, drained);
        stream.writer.attach(http.getResponseChannel());
        return stream;
    }

    void sendHead() {
        writer.sendHead();
    }

    @Override
    public void flush() {
        writer.flush();
    }

    @Override
    public boolean send(ByteBuffer bytes) {
        return writer.writeLent(bytes);
    }

    @Override
    public void end() {
        writer.end();
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
        IoUtils.safeClose(http.getConnection());
    }
}
