package dev.gatehouse.gateway.channel;

import io.undertow.connector.ByteBufferPool;
import io.undertow.connector.PooledByteBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.channels.StreamSourceChannel;

/** Reads a channel into a sink, at the sink's pace. Holds a buffer only while there is something to read. */
public final class ChannelReader {

    private final StreamSourceChannel channel;
    private final ByteBufferPool buffers;
    private final BodySink sink;
    private boolean listening;
    private boolean paused;
    private boolean ended;

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

    private void pump() {
        try (PooledByteBuffer pooled = buffers.allocate()) {
            ByteBuffer buffer = pooled.getBuffer();
            while (!ended && !paused) {
                buffer.clear();
                int read = channel.read(buffer);
                if (read < 0) {
                    stop();
                    sink.end();
                } else if (read == 0) {
                    listen();
                    return;
                } else if (!sink.piece(buffer.flip())) {
                    paused = true;
                    suspend();
                }
            }
        } catch (IOException e) {
            fail(e);
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
