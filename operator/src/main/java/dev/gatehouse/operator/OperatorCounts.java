package dev.gatehouse.operator;

import dev.gatehouse.operator.publish.Published;
import dev.gatehouse.operator.publish.PublishedListener;
import dev.gatehouse.operator.publish.Touched;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** What the operator has done so far. Thread-safe. */
public final class OperatorCounts implements PublishedListener {

    private final LongAdder statusWrites = new LongAdder();
    private final LongAdder rebuilds = new LongAdder();
    private final LongAdder rebuildNanos = new LongAdder();

    @Override
    public void published(Published now, Touched touched, Duration took) {
        rebuilds.increment();
        rebuildNanos.add(took.toNanos());
    }

    void statusWritten() {
        statusWrites.increment();
    }

    public long statusWrites() {
        return statusWrites.sum();
    }

    public long rebuilds() {
        return rebuilds.sum();
    }

    public Duration rebuildTime() {
        return Duration.ofNanos(rebuildNanos.sum());
    }
}
