package dev.gatehouse.gateway.http;

import java.util.concurrent.atomic.AtomicInteger;

/** How many streams without end are open, over all clients, against the gateway's limit. Thread-safe. */
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
