package dev.gatehouse.bench.upstream;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.ChannelListener;
import org.xnio.channels.StreamSourceChannel;

/** Reads a request body on its I/O thread: keeps the first bytes, counts the rest, then hands both on. */
final class RequestReader implements ChannelListener<StreamSourceChannel> {

    private static final int KEPT = 2048;

    /** What happens when the body is whole. */
    interface Then {
        void answer(HttpServerExchange exchange, MessageGlance message, long length);
    }

    private final HttpServerExchange exchange;
    private final Then then;
    private final byte[] kept = new byte[KEPT];
    private int keptLength;
    private long length;

    RequestReader(HttpServerExchange exchange, Then then) {
        this.exchange = exchange;
        this.then = then;
    }

    void start() {
        StreamSourceChannel channel = exchange.getRequestChannel();
        if (!readAll(channel)) {
            channel.getReadSetter().set(this);
            channel.resumeReads();
        }
    }

    @Override
    public void handleEvent(StreamSourceChannel channel) {
        if (readAll(channel)) {
            channel.suspendReads();
        }
    }

    private boolean readAll(StreamSourceChannel channel) {
        try (PooledByteBuffer pooled =
                exchange.getConnection().getByteBufferPool().allocate()) {
            ByteBuffer buffer = pooled.getBuffer();
            while (true) {
                buffer.clear();
                int read = channel.read(buffer);
                if (read < 0) {
                    break;
                }
                if (read == 0) {
                    return false;
                }
                keep(buffer.flip());
            }
        } catch (IOException e) {
            exchange.getConnection().getIoThread().execute(exchange::endExchange);
            return true;
        }
        then.answer(exchange, new MessageGlance(kept, keptLength), length);
        return true;
    }

    private void keep(ByteBuffer buffer) {
        length += buffer.remaining();
        int more = Math.min(KEPT - keptLength, buffer.remaining());
        buffer.get(kept, keptLength, more);
        keptLength += more;
    }
}
