package dev.gatehouse.gateway.relay;

import dev.gatehouse.gateway.mcp.MessageScanner;
import dev.gatehouse.gateway.mcp.ScanLimits;
import dev.gatehouse.gateway.mcp.ScannerPool;
import dev.gatehouse.gateway.upstream.lane.Deadlines;
import dev.gatehouse.gateway.upstream.lane.UpstreamCalls;
import io.undertow.connector.ByteBufferPool;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.xnio.XnioIoThread;

/** What belongs to one I/O thread: its upstream calls, its scanners, and everything it has open. Confined to that thread. */
public final class Lane {

    private static final long REMIND_MILLIS = 200;

    private final XnioIoThread thread;
    private final ByteBufferPool buffers;
    private final UpstreamCalls calls;
    private final MessageScanner events = MessageScanner.ofUpstream(CollectedAnswer.LIMITS);
    private final OpenExchanges open = new OpenExchanges();
    private final ScannerPool messages =
            new ScannerPool(() -> new MessageScanner(ScanLimits.DEFAULT.withBytes(Long.MAX_VALUE)));
    private final ScannerPool scanners = new ScannerPool(() -> MessageScanner.ofUpstream(CollectedAnswer.LIMITS));
    private final Deadlines deadlines;
    private final Redials redials;

    Lane(XnioIoThread thread, ByteBufferPool buffers, LongSupplier nanoTime, RandomGenerator random) {
        this.thread = thread;
        this.buffers = buffers;
        this.deadlines = Deadlines.on(thread, nanoTime);
        this.calls = new UpstreamCalls(thread, nanoTime, deadlines);
        this.redials = new Redials(thread, random);
        var _ = thread.executeAtInterval(open::remind, REMIND_MILLIS, TimeUnit.MILLISECONDS);
    }

    public XnioIoThread thread() {
        return thread;
    }

    public Deadlines deadlines() {
        return deadlines;
    }

    /** For messages of callers, which may arrive in pieces. */
    public ScannerPool messages() {
        return messages;
    }

    ByteBufferPool buffers() {
        return buffers;
    }

    UpstreamCalls calls() {
        return calls;
    }

    /** For events of upstreams' streams, side by side. */
    ScannerPool scanners() {
        return scanners;
    }

    /** For events, each of which is scanned whole before the next. */
    MessageScanner events() {
        return events;
    }

    OpenExchanges open() {
        return open;
    }

    Redials redials() {
        return redials;
    }
}
