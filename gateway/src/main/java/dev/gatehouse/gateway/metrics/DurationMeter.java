package dev.gatehouse.gateway.metrics;

import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;

/** Counts durations by powers of four, from a quarter of a millisecond to a minute. */
final class DurationMeter {

    private static final double[] BOUNDS = {0.00025, 0.001, 0.004, 0.016, 0.064, 0.256, 1.024, 4.096, 16.384, 65.536};
    private static final long[] BOUND_NANOS =
            Arrays.stream(BOUNDS).mapToLong(bound -> Math.round(bound * 1e9)).toArray();

    private final LongAdder[] counts = new LongAdder[BOUNDS.length + 1];
    private final LongAdder nanos = new LongAdder();

    DurationMeter() {
        Arrays.setAll(counts, i -> new LongAdder());
    }

    void add(long durationNanos) {
        int bucket = 0;
        while (bucket < BOUND_NANOS.length && durationNanos > BOUND_NANOS[bucket]) {
            bucket++;
        }
        counts[bucket].increment();
        nanos.add(durationNanos);
    }

    void renderTo(Exposition text, String family, String... labels) {
        String[] withBound = Arrays.copyOf(labels, labels.length + 2);
        withBound[labels.length] = "le";
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counts[i].sum();
            withBound[labels.length + 1] = i < BOUNDS.length ? Exposition.number(BOUNDS[i]) : "+Inf";
            text.sample(family + "_bucket", (double) sum, withBound);
        }
        text.sample(family + "_sum", nanos.sum() / 1e9, labels);
        text.sample(family + "_count", (double) sum, labels);
    }
}
