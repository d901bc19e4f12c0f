package dev.gatehouse.bench.upstream;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.xnio.ChannelListener;
import org.xnio.channels.StreamSinkChannel;

/** Sends {@value BenchTools#EVENTS} events, each flushed before the next one is written, without leaving the I/O thread. */
final class EventStream implements ChannelListener<StreamSinkChannel> {

    private static final HttpString UNBUFFERED = new HttpString("X-Accel-Buffering");

    private final HttpServerExchange exchange;
    private final Iterator<ByteBuffer> events;
    private ByteBuffer current = ByteBuffer.allocate(0);
    private boolean ended;

    private EventStream(HttpServerExchange exchange, List<ByteBuffer> events) {
        this.exchange = exchange;
        this.events = events.iterator();
    }

    static void send(HttpServerExchange exchange, MessageGlance message) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/event-stream");
        exchange.getResponseHeaders().put(UNBUFFERED, "no");
        var stream = new EventStream(exchange, events(message));
        StreamSinkChannel channel = exchange.getResponseChannel();
        if (!stream.advance(channel)) {
            channel.getWriteSetter().set(stream);
            channel.resumeWrites();
        }
    }

    @Override
    public void handleEvent(StreamSinkChannel channel) {
        if (advance(channel)) {
            channel.suspendWrites();
        }
    }

    private static List<ByteBuffer> events(MessageGlance message) {
        var events = new ArrayList<ByteBuffer>(BenchTools.EVENTS);
        for (int i = 1; i < BenchTools.EVENTS; i++) {
            events.add(event("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":{\"progressToken\":"
                    + message.progressToken() + ",\"progress\":" + i + ",\"total\":" + BenchTools.EVENTS + "}}"));
        }
        events.add(event("{\"jsonrpc\":\"2.0\",\"id\":" + message.id()
                + ",\"result\":{\"content\":[{\"type\":\"text\",\"text\":\"marker=" + message.marker() + "\"}]}}"));
        return events;
    }

    private static ByteBuffer event(String data) {
        return ByteBuffer.wrap(("event: message\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
    }

    /** True when nothing is left to do, false when the socket takes no more. */
    private boolean advance(StreamSinkChannel channel) {
        try {
            while (true) {
                while (current.hasRemaining()) {
                    if (channel.write(current) == 0) {
                        return false;
                    }
                }
                if (!channel.flush()) {
                    return false;
                }
                if (ended) {
                    return true;
                }
                next(channel);
            }
        } catch (IOException e) {
            exchange.getConnection().getIoThread().execute(exchange::endExchange);
            return true;
        }
    }

    private void next(StreamSinkChannel channel) throws IOException {
        if (events.hasNext()) {
            current = events.next();
        } else {
            channel.shutdownWrites();
            ended = true;
        }
    }
}
