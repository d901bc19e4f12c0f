package dev.gatehouse.gateway.ledger;

import dev.gatehouse.gateway.access.Plane;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The book of all requests of a process, on both planes. Thread-safe. */
public final class Ledger {

    private final LedgerListener listener;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final AtomicLong requests = new AtomicLong();

    /** @param nanoTime measures durations */
    public Ledger(LedgerListener listener, Clock clock, LongSupplier nanoTime) {
        this.listener = listener;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /**
     * Opens the record of a request that has just arrived.
     *
     * @param verb the HTTP method, which stands for the MCP method until a message was read
     * @param remote address of the caller, asked for only if something is written
     */
    public Entry received(Plane plane, String verb, Remote remote) {
        return new Entry(this, requests.incrementAndGet(), plane, verb, remote, nanoTime.getAsLong());
    }

    /** Where a request came from: to be asked for when it is written, as to make the text costs. */
    public interface Remote {

        @Nullable
        String address();
    }

    void record(LedgerEvent event) {
        listener.record(event);
    }

    Instant now() {
        return clock.instant();
    }

    long nanosSince(long start) {
        return nanoTime.getAsLong() - start;
    }
}
