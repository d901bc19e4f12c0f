package dev.gatehouse.gateway.audit;

import dev.gatehouse.gateway.ledger.LedgerEvent;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Passes every event on and keeps the last ones, so that they can be looked at without the audit's destination. Holds what
 * the audit holds and nothing more: long texts are cut where the audit cuts them. Thread-safe and free of locks.
 */
public final class RecentDecisions implements AuditSink {

    /** How many are kept unless told otherwise. */
    public static final int DEFAULT_CAPACITY = 1_000;

    public static final int MAX_CAPACITY = 100_000;

    /** One character more than is written, so that the writer still says that something is missing. */
    private static final int KEPT = JsonLine.MAX_STRING + 1;

    private record Kept(long number, LedgerEvent.Decided event) {}

    private final AuditSink next;
    private final AtomicReferenceArray<@Nullable Kept> ring;
    private final AtomicLong count = new AtomicLong();

    /** @param capacity 0 to keep none */
    public RecentDecisions(AuditSink next, int capacity) {
        this.next = next;
        this.ring = new AtomicReferenceArray<>(capacity);
    }

    @Override
    public void record(LedgerEvent event) {
        if (ring.length() > 0) {
            switch (event) {
                case LedgerEvent.Decided decided -> keep(decided);
                case LedgerEvent.Ended ended -> complete(ended);
            }
        }
        next.record(event);
    }

    private void keep(LedgerEvent.Decided event) {
        long number = count.getAndIncrement();
        ring.set((int) (number % ring.length()), new Kept(number, cut(event)));
    }

    /** Of what is kept, the decision tells from now on how its request ended. Only what ends late comes here. */
    private void complete(LedgerEvent.Ended event) {
        long end = count.get();
        for (long number = end - 1; number >= Math.max(0, end - ring.length()); number--) {
            int at = (int) (number % ring.length());
            Kept kept = ring.get(at);
            if (kept != null && kept.event().request() == event.request()) {
                ring.compareAndSet(
                        at, kept, new Kept(kept.number(), kept.event().endedAs(event.outcome())));
                return;
            }
        }
    }

    /** Newest first. An event that is being recorded right now may be missing. */
    public List<LedgerEvent.Decided> newest(int limit, Predicate<LedgerEvent.Decided> wanted) {
        List<LedgerEvent.Decided> found = new ArrayList<>();
        long end = count.get();
        for (long number = end - 1; number >= Math.max(0, end - ring.length()) && found.size() < limit; number--) {
            Kept kept = ring.get((int) (number % ring.length()));
            if (kept != null && kept.number() == number && wanted.test(kept.event())) {
                found.add(kept.event());
            }
        }
        return found;
    }

    /** A JSON array of the events, each exactly as the audit writes it. */
    public static byte[] json(List<LedgerEvent.Decided> events) {
        var line = new JsonLine();
        var json = new EventJson(line);
        var out = new ByteArrayOutputStream();
        out.write('[');
        for (LedgerEvent.Decided event : events) {
            if (out.size() > 1) {
                out.write(',');
            }
            json.write(event);
            out.write(line.buffer().array(), 0, line.length() - 1);
            line.clear();
        }
        out.write(']');
        return out.toByteArray();
    }

    @Override
    public long dropped() {
        return next.dropped();
    }

    @Override
    public void close() {
        next.close();
    }

    private static LedgerEvent.Decided cut(LedgerEvent.Decided event) {
        String name = event.name();
        boolean isShort = event.method().length() <= KEPT && (name == null || name.length() <= KEPT);
        return isShort ? event : event.renamed(cut(event.method()), name == null ? null : cut(name));
    }

    private static String cut(String text) {
        return text.length() <= KEPT ? text : text.substring(0, KEPT);
    }
}
