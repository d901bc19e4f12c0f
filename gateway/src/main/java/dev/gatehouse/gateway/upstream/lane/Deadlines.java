package dev.gatehouse.gateway.upstream.lane;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.xnio.XnioIoThread;

/**
 * The deadlines of everything in flight on one I/O thread, looked at a few times a second: cheaper than a timer for each
 * call, and late by at most {@value #SWEEP_MILLIS} ms. Confined to its thread.
 */
public final class Deadlines {

    private static final long SWEEP_MILLIS = 200;

    private final LongSupplier nanoTime;
    private final Set<Entry> entries = new HashSet<>();

    private Deadlines(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    public static Deadlines on(XnioIoThread thread, LongSupplier nanoTime) {
        var deadlines = new Deadlines(nanoTime);
        var _ = thread.executeAtInterval(deadlines::sweep, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
        return deadlines;
    }

    /** A deadline that is not yet set; {@code expired} runs on the thread when it passes. */
    public Entry start(Runnable expired) {
        var entry = new Entry(expired);
        entries.add(entry);
        return entry;
    }

    private void sweep() {
        long now = nanoTime.getAsLong();
        var due = new ArrayList<Entry>();
        for (Entry entry : entries) {
            if (entry.armed && now - entry.at >= 0) {
                due.add(entry);
            }
        }
        for (Entry entry : due) {
            entry.cancel();
            entry.expired.run();
        }
    }

    /** One deadline, which may be moved any number of times until it is cancelled or has passed. */
    public final class Entry {

        private final Runnable expired;
        private long at;
        private boolean armed;

        private Entry(Runnable expired) {
            this.expired = expired;
        }

        public void within(long nanos) {
            at = nanoTime.getAsLong() + nanos;
            armed = true;
        }

        public void cancel() {
            armed = false;
            entries.remove(this);
        }
    }
}
