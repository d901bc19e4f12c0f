package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.mcp.MessageScanner;
import dev.gatehouse.gateway.mcp.ScanLimits;
import dev.gatehouse.gateway.upstream.lane.Deadlines;
import dev.gatehouse.gateway.upstream.lane.UpstreamCalls;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.xnio.XnioIoThread;

/** What belongs to one I/O thread: its upstream calls, its scanner, and everything it has open. Confined to that thread. */
final class IoLane {

    private static final long REMIND_MILLIS = 200;

    private final XnioIoThread thread;
    private final UpstreamCalls calls;
    private final MessageScanner events = MessageScanner.ofUpstream(CollectedAnswer.LIMITS);
    private final OpenExchanges open = new OpenExchanges();
    private final ArrayDeque<MessageScanner> scanners = new ArrayDeque<>();
    private final Deadlines deadlines;

    IoLane(XnioIoThread thread, LongSupplier nanoTime) {
        this.thread = thread;
        this.deadlines = Deadlines.on(thread, nanoTime);
        this.calls = new UpstreamCalls(thread, nanoTime, deadlines);
        var _ = thread.executeAtInterval(open::remind, REMIND_MILLIS, TimeUnit.MILLISECONDS);
    }

    XnioIoThread thread() {
        return thread;
    }

    UpstreamCalls calls() {
        return calls;
    }

    /** For events, each of which is scanned whole before the next. */
    MessageScanner events() {
        return events;
    }

    Deadlines deadlines() {
        return deadlines;
    }

    /** A scanner for one message that may arrive in pieces; give it back. */
    MessageScanner borrowScanner() {
        MessageScanner scanner = scanners.poll();
        return scanner == null ? new MessageScanner(ScanLimits.DEFAULT.withBytes(Long.MAX_VALUE)) : scanner;
    }

    void returnScanner(MessageScanner scanner) {
        if (scanners.size() < 64) {
            scanner.reset();
            scanners.push(scanner);
        }
    }

    OpenExchanges open() {
        return open;
    }
}
