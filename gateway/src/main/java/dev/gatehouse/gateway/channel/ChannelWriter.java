package dev.gatehouse.gateway.channel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.xnio.channels.StreamSinkChannel;

/**
 * Writes to a channel what the socket takes and keeps the rest until it takes more. The channel may come later than the
 * first bytes.
 */
public final class ChannelWriter {

    private final Listener listener;
    private final ArrayDeque<ByteBuffer> queue = new ArrayDeque<>(2);
    private @Nullable StreamSinkChannel channel;
    private boolean complete;
    private boolean shut;
    private boolean finished;
    private boolean listening;

    /** Hears how the writing goes. */
    public interface Listener {

        /** The socket took something. */
        void progressed();

        /** Everything written so far is gone, after a time when it was not: the producer may go on. */
        void drained();

        /** The end of the body is on its way. */
        void finished();

        void failed(IOException e);
    }

    public ChannelWriter(Listener listener) {
        this.listener = listener;
    }

    /**
     * Opens the way for what has been written and what will be. With nothing written yet nothing is sent, so that a head
     * leaves together with the first bytes of its body.
     */
    public void attach(StreamSinkChannel sink) {
        channel = sink;
        boolean waiting = !queue.isEmpty();
        if (waiting || complete) {
            flush(sink);
        }
        if (waiting && queue.isEmpty() && !complete && !finished) {
            listener.drained();
        }
    }

    /** Sends what stands before the first byte of the body; otherwise the two go together. */
    public void sendHead() {
        if (channel != null) {
            flush(channel);
        }
    }

    /** Adds bytes, which the writer keeps. Returns false when the producer should wait for {@code drained}. */
    public boolean write(ByteBuffer bytes) {
        queue.add(bytes);
        if (channel != null) {
            flush(channel);
        }
        return queue.isEmpty();
    }

    /** As {@link #write}, for bytes that are only lent: what the socket does not take at once is copied. */
    public boolean writeLent(ByteBuffer bytes) {
        StreamSinkChannel sink = channel;
        if (sink != null && queue.isEmpty() && !finished) {
            try {
                while (bytes.hasRemaining() && sink.write(bytes) > 0) {
                    listener.progressed();
                }
            } catch (IOException e) {
                fail(e);
                return true;
            }
        }
        if (!bytes.hasRemaining()) {
            return true;
        }
        var copy = ByteBuffer.allocate(bytes.remaining());
        copy.put(bytes).flip();
        return write(copy);
    }

    /** Sends what there is, be it only a head. */
    public void flush() {
        if (channel != null) {
            flush(channel);
        }
    }

    /** Nothing comes after what has been written. */
    public void end() {
        complete = true;
        if (channel != null) {
            flush(channel);
        }
    }

    public boolean isFinished() {
        return finished;
    }

    private void flush(StreamSinkChannel sink) {
        if (finished) {
            return;
        }
        try {
            while (!queue.isEmpty()) {
                ByteBuffer first = queue.getFirst();
                if (first.hasRemaining() && sink.write(first) == 0) {
                    listen(sink);
                    return;
                }
                if (!first.hasRemaining()) {
                    queue.removeFirst();
                }
                listener.progressed();
            }
            if (complete) {
                finish(sink);
            } else if (!sink.flush()) {
                listen(sink);
            }
        } catch (IOException e) {
            fail(e);
        }
    }

    private void fail(IOException e) {
        if (!finished) {
            finished = true;
            queue.clear();
            listener.failed(e);
        }
    }

    private void finish(StreamSinkChannel sink) throws IOException {
        if (!shut) {
            shut = true;
            sink.shutdownWrites();
        }
        if (sink.flush()) {
            finished = true;
            silence(sink);
            listener.finished();
        } else {
            listen(sink);
        }
    }

    private void listen(StreamSinkChannel sink) {
        if (!listening) {
            listening = true;
            sink.getWriteSetter().set(this::writable);
            sink.resumeWrites();
        }
    }

    private void silence(StreamSinkChannel sink) {
        if (listening) {
            listening = false;
            sink.suspendWrites();
        }
    }

    private void writable(StreamSinkChannel sink) {
        boolean waiting = !queue.isEmpty();
        flush(sink);
        if (!finished && queue.isEmpty() && !shut) {
            silence(sink);
            if (waiting) {
                listener.drained();
            }
        }
    }
}
