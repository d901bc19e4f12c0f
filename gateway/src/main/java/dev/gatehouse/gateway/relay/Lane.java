package dev.gatehouse.gateway.relay;

import dev.gatehouse.gateway.mcp.MessageScanner;
import dev.gatehouse.gateway.mcp.ScanLimits;
import dev.gatehouse.gateway.upstream.lane.Deadlines;
import dev.gatehouse.gateway.upstream.lane.UpstreamCalls;
import io.undertow.connector.ByteBufferPool;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.xnio.XnioIoThread;

/** What belongs to one I/O thread: its upstream calls, its scanners, and everything it has open. Confined to that thread. */
public final class Lane {

    private static final long REMIND_MILLIS = 200;
    private static final int SCANNERS = 64;

    private final XnioIoThread thread;
    private final ByteBufferPool buffers;
    private final UpstreamCalls calls;
    private final MessageScanner events = MessageScanner.ofUpstream(CollectedAnswer.LIMITS);
    private final OpenExchanges open = new OpenExchanges();
    private final ArrayDeque<MessageScanner> scanners = new ArrayDeque<>();
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

    /** A scanner for one message that may arrive in pieces; give it back. */
    public MessageScanner borrowScanner() {
        MessageScanner scanner = scanners.poll();
        return scanner == null ? new MessageScanner(ScanLimits.DEFAULT.withBytes(Long.MAX_VALUE)) : scanner;
    }

    public void returnScanner(MessageScanner scanner) {
        if (scanners.size() < SCANNERS) {
            scanner.reset();
            scanners.push(scanner);
        }
    }

    ByteBufferPool buffers() {
        return buffers;
    }

    UpstreamCalls calls() {
        return calls;
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
