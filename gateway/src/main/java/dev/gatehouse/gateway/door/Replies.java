package dev.gatehouse.gateway.door;

import dev.gatehouse.gateway.dialect.Reply;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.Buffers;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.channels.Channels;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.channels.StreamSourceChannel;

/**
 * Answers that are whole before they are sent. One to a request whose body is still under way goes out at once, where
 * Undertow would first wait for the rest: nobody may hold an answer back by not sending a body.
 */
public final class Replies {

    private static final String JSON = "application/json";
    private static final long ARRIVED_ANYWAY = 64 << 10;

    private Replies() {}

    /** Sends a whole answer. To be called on the I/O thread of the exchange. */
    public static void send(HttpServerExchange exchange, Reply reply) {
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
        switch (reply.json().size()) {
            case 0 -> empty(exchange, reply.status());
            case 1 -> send(exchange, reply.status(), JSON, reply.json().getFirst());
            default -> {
                ByteBuffer[] parts = reply.json().toArray(ByteBuffer[]::new);
                begin(exchange, reply.status(), JSON, Buffers.remaining(parts));
                exchange.getResponseSender().send(parts);
            }
        }
    }

    /** Sends a whole answer. To be called on the I/O thread of the exchange. */
    public static void send(HttpServerExchange exchange, int status, String contentType, ByteBuffer body) {
        begin(exchange, status, contentType, body.remaining());
        exchange.getResponseSender().send(body);
    }

    private static void begin(HttpServerExchange exchange, int status, String contentType, long length) {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, contentType);
        if (!hasWholeRequest(exchange)) {
            Lingering.bound(exchange);
        }
        exchange.setResponseContentLength(length);
    }

    /** Answers without a body. To be called on the I/O thread of the exchange. */
    public static void empty(HttpServerExchange exchange, int status) {
        exchange.setStatusCode(status);
        if (hasWholeRequest(exchange)) {
            exchange.endExchange();
            return;
        }
        Lingering.bound(exchange);
        exchange.setResponseContentLength(0);
        try {
            sendHead(exchange, exchange.getResponseChannel());
        } catch (IOException e) {
            IoUtils.safeClose(exchange.getConnection());
        }
    }

    private static void sendHead(HttpServerExchange exchange, StreamSinkChannel channel) throws IOException {
        channel.shutdownWrites();
        if (channel.flush()) {
            exchange.endExchange();
            return;
        }
        channel.getWriteSetter()
                .set(ChannelListeners.flushingChannelListener(
                        flushed -> exchange.endExchange(),
                        (broken, cause) -> IoUtils.safeClose(exchange.getConnection())));
        channel.resumeWrites();
    }

    /** Takes what has arrived of the body out of the way. */
    private static boolean hasWholeRequest(HttpServerExchange exchange) {
        if (exchange.isRequestComplete() || !exchange.isRequestChannelAvailable()) {
            return exchange.isRequestComplete();
        }
        StreamSourceChannel rest = exchange.getRequestChannel();
        try {
            Channels.drain(rest, ARRIVED_ANYWAY);
        } catch (IOException e) {
            exchange.setPersistent(false); // the request broke off; whoever sent it may still read the answer
        }
        return exchange.isRequestComplete();
    }
}
