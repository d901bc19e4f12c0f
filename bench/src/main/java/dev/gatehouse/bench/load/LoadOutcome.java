package dev.gatehouse.bench.load;

import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What one run of the generator saw between its ramp and its end.
 *
 * @param latency nanoseconds from the first byte sent to the last byte received
 * @param ownCpu what the generator's thread itself spent
 * @param watchedCpu what the watched process spent meanwhile
 * @param fault the first answer that was not as expected, null when all were
 */
public record LoadOutcome(
        long requests,
        Duration elapsed,
        Duration ownCpu,
        CpuTime watchedCpu,
        Histogram latency,
        @Nullable String fault) {

    public double requestsPerSecond() {
        return requests / (elapsed.toNanos() / 1e9);
    }

    /** CPU of the watched process for each request, in microseconds. */
    public double cpuMicros() {
        return watchedCpu.whole().toNanos() / 1e3 / Math.max(1, requests);
    }

    /** The part of {@link #cpuMicros} that the process spent in its own code. */
    public double userMicros() {
        return watchedCpu.user().toNanos() / 1e3 / Math.max(1, requests);
    }

    public double ownCpuMicros() {
        return ownCpu.toNanos() / 1e3 / Math.max(1, requests);
    }

    /** The share of one core that the generator's thread was busy: near 1 it would be the bottleneck itself. */
    public double ownBusyShare() {
        return (double) ownCpu.toNanos() / elapsed.toNanos();
    }

    public double latencyMicros(double percentile) {
        return latency.getValueAtPercentile(percentile) / 1e3;
    }
}
