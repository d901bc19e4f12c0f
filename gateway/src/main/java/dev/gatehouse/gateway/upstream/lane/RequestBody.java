package dev.gatehouse.gateway.upstream.lane;

import dev.gatehouse.gateway.channel.ChannelWriter;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.xnio.channels.StreamSinkChannel;

/** The body of an upstream request, whole from the start or growing while it is sent. Confined to the call's I/O thread. */
public final class RequestBody {

    private static final Runnable NOTHING = () -> {};

    private final long length;
    private final Runnable drained;
    private final ChannelWriter writer = new ChannelWriter(new Progress());
    private Runnable onProgress = NOTHING;
    private Consumer<IOException> onFailure = _ -> {};

    private RequestBody(long length, Runnable drained) {
        this.length = length;
        this.drained = drained;
    }

    /** For requests without a body. */
    public static RequestBody none() {
        var body = new RequestBody(0, NOTHING);
        body.writer.end();
        return body;
    }

    public static RequestBody of(ByteBuffer bytes) {
        var body = new RequestBody(bytes.remaining(), NOTHING);
        var _ = body.writer.write(bytes);
        body.writer.end();
        return body;
    }

    /**
     * A body that grows by {@link #write} until {@link #end}.
     *
     * @param length in bytes, or -1 when it is not known yet
     * @param drained called whenever the producer may go on after a {@code write} that returned false
     */
    public static RequestBody growing(long length, Runnable drained) {
        return new RequestBody(length, drained);
    }

    /** Adds bytes, which the body keeps. Returns false when the producer should wait for {@code drained}. */
    public boolean write(ByteBuffer bytes) {
        return writer.write(bytes);
    }

    /** As {@link #write}, for bytes that are only lent. */
    public boolean writeLent(ByteBuffer bytes) {
        return writer.writeLent(bytes);
    }

    public void end() {
        writer.end();
    }

    boolean isSent() {
        return writer.isFinished();
    }

    void announce(HeaderMap headers) {
        if (length > 0) {
            headers.put(Headers.CONTENT_LENGTH, length);
        } else if (length < 0) {
            headers.put(Headers.TRANSFER_ENCODING, "chunked");
        }
    }

    void sendTo(StreamSinkChannel channel, Runnable progressed, Consumer<IOException> failed) {
        onProgress = progressed;
        onFailure = failed;
        writer.attach(channel);
    }

    private final class Progress implements ChannelWriter.Listener {
        @Override
        public void progressed() {
            onProgress.run();
        }

        @Override
        public void drained() {
            drained.run();
        }

        @Override
        public void finished() {
            onProgress.run();
        }

        @Override
        public void failed(IOException e) {
            onFailure.accept(e);
        }
    }
}
