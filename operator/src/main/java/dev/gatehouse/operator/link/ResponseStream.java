package dev.gatehouse.operator.link;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSinkChannel;

/**
 * The body of a response that goes on and on. One thread writes and waits until the connection has taken what it wrote, so
 * that a slow peer costs one buffer and one waiting virtual thread.
 */
final class ResponseStream {

    private static final int BUFFER = 64 << 10;

    private final HttpServerExchange exchange;
    private final StreamSinkChannel channel;
    private final Duration timeout;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    /** @param timeout for each full buffer to be taken */
    ResponseStream(HttpServerExchange exchange, Duration timeout) {
        this.exchange = exchange;
        this.channel = exchange.getResponseChannel();
        this.timeout = timeout;
    }

    /** Adds bytes; they are on their way once {@link #flush} has returned. */
    void write(byte[] bytes) throws IOException {
        int from = 0;
        while (from < bytes.length) {
            int fits = Math.min(buffer.remaining(), bytes.length - from);
            buffer.put(bytes, from, fits);
            from += fits;
            if (!buffer.hasRemaining()) {
                flush();
            }
        }
    }

    void flush() throws IOException {
        buffer.flip();
        await(this::send);
        buffer.clear();
    }

    /** Ends the body in good order and then the connection. */
    void end() throws IOException {
        flush();
        await(this::finish);
    }

    /** Cuts the connection; whoever waits in it fails. */
    void abort() {
        IoUtils.safeClose(exchange.getConnection());
    }

    private interface Part {
        void go(CompletableFuture<Void> done);
    }

    private void await(Part part) throws IOException {
        var done = new CompletableFuture<Void>();
        exchange.getIoThread().execute(() -> part.go(done));
        try {
            done.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("the gateway's connection takes nothing any more", e);
        } catch (ExecutionException e) {
            throw new IOException("the gateway's connection is gone", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the link was stopped");
        }
    }

    private void send(CompletableFuture<Void> done) {
        try {
            while (buffer.hasRemaining()) {
                if (channel.write(buffer) == 0) {
                    later(this::send, done);
                    return;
                }
            }
            if (!channel.flush()) {
                later(this::send, done);
                return;
            }
            channel.suspendWrites();
            done.complete(null);
        } catch (IOException | RuntimeException e) {
            done.completeExceptionally(e);
        }
    }

    private void finish(CompletableFuture<Void> done) {
        try {
            channel.shutdownWrites();
            if (!channel.flush()) {
                later(this::finish, done);
                return;
            }
            exchange.endExchange();
            done.complete(null);
        } catch (IOException | RuntimeException e) {
            done.completeExceptionally(e);
        }
    }

    private void later(Part part, CompletableFuture<Void> done) {
        channel.getWriteSetter().set(_ -> part.go(done));
        channel.resumeWrites();
    }
}
