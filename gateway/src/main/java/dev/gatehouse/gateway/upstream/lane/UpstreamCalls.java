package dev.gatehouse.gateway.upstream.lane;

import dev.gatehouse.gateway.upstream.CallHead;
import io.undertow.connector.ByteBufferPool;
import java.util.function.LongSupplier;
import org.xnio.XnioIoThread;

/** Makes upstream calls from one I/O thread. Confined to that thread. */
public final class UpstreamCalls {

    private final XnioIoThread thread;
    private final LongSupplier nanoTime;
    private final Deadlines deadlines;

    public UpstreamCalls(XnioIoThread thread, LongSupplier nanoTime, Deadlines deadlines) {
        this.thread = thread;
        this.nanoTime = nanoTime;
        this.deadlines = deadlines;
    }

    /** Starts a call; {@code listener} hears of it later or at once. */
    public UpstreamCall start(
            UpstreamTarget target, CallHead head, RequestBody body, ByteBufferPool buffers, AnswerListener listener) {
        var call = new UpstreamCall(this, target, head, body, listener);
        call.start(buffers);
        return call;
    }

    XnioIoThread thread() {
        return thread;
    }

    long nanoTime() {
        return nanoTime.getAsLong();
    }

    Deadlines deadlines() {
        return deadlines;
    }
}
