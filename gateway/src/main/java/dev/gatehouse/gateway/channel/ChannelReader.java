package dev.gatehouse.gateway.channel;

import io.undertow.connector.ByteBufferPool;
import io.undertow.connector.PooledByteBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.xnio.channels.StreamSourceChannel;

/** Reads a channel into a sink, at the sink's pace. Holds a buffer only while there is something to read. */
public final class ChannelReader {

    private final StreamSourceChannel channel;
    private final ByteBufferPool buffers;
    private final BodySink sink;
    private boolean listening;
    private boolean paused;
    private boolean ended;
    private @Nullable IOException broken;

    public ChannelReader(StreamSourceChannel channel, ByteBufferPool buffers, BodySink sink) {
        this.channel = channel;
        this.buffers = buffers;
        this.sink = sink;
    }

    /** Reads what is there, now and whenever more arrives. */
    public void start() {
        pump();
    }

    /** Goes on after the sink has asked for a pause. */
    public void resume() {
        if (paused) {
            paused = false;
            pump();
        }
    }

    /** Stops for good: the sink hears nothing more. */
    public void stop() {
        ended = true;
        suspend();
    }

    /** Everything that is there goes on as one piece: an upstream's twenty small chunks are one write to the client. */
    private void pump() {
        try (PooledByteBuffer pooled = buffers.allocate()) {
            ByteBuffer buffer = pooled.getBuffer();
            while (!ended && !paused) {
                buffer.clear();
                int read = broken == null ? fill(buffer) : -1;
                if (buffer.flip().hasRemaining() && !sink.piece(buffer)) {
                    paused = true;
                    suspend();
                } else if (!ended && read <= 0) {
                    settle(read);
                    return;
                }
            }
        }
    }

    private int fill(ByteBuffer buffer) {
        try {
            int read = channel.read(buffer);
            while (read > 0 && buffer.hasRemaining()) {
                read = channel.read(buffer);
            }
            return read;
        } catch (IOException e) {
            broken = e;
            return -1;
        }
    }

    private void settle(int read) {
        if (broken != null) {
            fail(broken);
        } else if (read < 0) {
            stop();
            sink.end();
        } else {
            listen();
        }
    }

    private void fail(IOException e) {
        if (!ended) {
            stop();
            sink.failed(e);
        }
    }

    private void listen() {
        if (!listening) {
            listening = true;
            channel.getReadSetter().set(readable -> pump());
            channel.resumeReads();
        }
    }

    private void suspend() {
        if (listening) {
            listening = false;
            channel.suspendReads();
        }
    }
}
