package dev.gatehouse.gateway.relay;

import java.util.concurrent.atomic.AtomicInteger;

/** How many streams without end are open, over all callers, against the gateway's limit. Thread-safe. */
final class StreamSlots {

    private final AtomicInteger open = new AtomicInteger();

    boolean take(int limit) {
        if (open.incrementAndGet() <= limit) {
            return true;
        }
        open.decrementAndGet();
        return false;
    }

    void giveBack() {
        open.decrementAndGet();
    }
}
