package dev.gatehouse.gateway.api;

import dev.gatehouse.gateway.channel.BodySink;
import dev.gatehouse.gateway.channel.ChannelReader;
import dev.gatehouse.gateway.ledger.Grounds;
import io.undertow.server.HttpServerExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSourceChannel;

/** Reads a body whole, bounded in size and in the length of its pauses. Confined to the I/O thread of its request. */
final class BodyIntake implements BodySink {

    private static final long PATIENCE_SECONDS = 30;

    private final HttpServerExchange http;
    private final long limit;
    private final Listener listener;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private @Nullable ChannelReader reader;
    private XnioExecutor.@Nullable Key deadline;
    private boolean done;

    /** Hears one of the two, once. */
    interface Listener {

        void whole(byte[] body);

        void refused(ProblemKind problem, Grounds grounds);
    }

    BodyIntake(HttpServerExchange http, long limit, Listener listener) {
        this.http = http;
        this.limit = limit;
        this.listener = listener;
    }

    void start() {
        StreamSourceChannel channel = http.getRequestChannel();
        if (channel == null) {
            listener.refused(ProblemKind.MALFORMED_BODY, Grounds.NO_BODY);
            return;
        }
        http.addExchangeCompleteListener((ended, next) -> {
            release();
            next.proceed();
        });
        await();
        reader = new ChannelReader(channel, http.getConnection().getByteBufferPool(), this);
        reader.start();
    }

    @Override
    public boolean piece(ByteBuffer bytes) {
        if (body.size() + (long) bytes.remaining() > limit) {
            refuse(ProblemKind.BODY_TOO_LARGE, Grounds.BODY_TOO_LARGE);
            return false;
        }
        byte[] piece = new byte[bytes.remaining()];
        bytes.get(piece);
        body.writeBytes(piece);
        await();
        return true;
    }

    @Override
    public void end() {
        if (!done) {
            release();
            listener.whole(body.toByteArray());
        }
    }

    @Override
    public void failed(IOException e) {
        refuse(ProblemKind.MALFORMED_BODY, Grounds.BODY_BROKEN_OFF);
    }

    private void refuse(ProblemKind problem, Grounds grounds) {
        if (!done) {
            release();
            listener.refused(problem, grounds);
        }
    }

    private void await() {
        cancel();
        deadline = http.getIoThread()
                .executeAfter(
                        () -> refuse(ProblemKind.BODY_TOO_SLOW, Grounds.BODY_TOO_SLOW),
                        PATIENCE_SECONDS,
                        TimeUnit.SECONDS);
    }

    private void cancel() {
        if (deadline != null) {
            deadline.remove();
            deadline = null;
        }
    }

    private void release() {
        done = true;
        cancel();
        if (reader != null) {
            reader.stop();
        }
    }
}
