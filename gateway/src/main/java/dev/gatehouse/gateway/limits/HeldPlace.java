package dev.gatehouse.gateway.limits;

import java.util.concurrent.atomic.AtomicBoolean;

/** One of the places that a principal may hold at a time. */
final class HeldPlace implements Admission.Admitted {

    private final Usage usage;
    private final AtomicBoolean held = new AtomicBoolean(true);

    HeldPlace(Usage usage) {
        this.usage = usage;
    }

    @Override
    public void release() {
        if (held.compareAndSet(true, false)) {
            usage.leave();
        }
    }
}
