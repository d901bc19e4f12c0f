package dev.gatehouse.bench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gatehouse.bench.load.CpuTime;
import dev.gatehouse.bench.subject.ProcStat;
import dev.gatehouse.bench.subject.ThreadTimes;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AttributionTest {

    private static final Offset<Double> ROUNDING = within(1e-6);

    private final Tally samples = new Tally();

    @Test
    void samplesOnlySayHowTheKernelsAccountDivides() {
        samples.add("door", 3);
        samples.add("relay", 1);
        Attribution attribution = Attribution.of(threads("XNIO-1 I/O-1", 80, 20), samples, 1);
        assertThat(millis(attribution, "door")).isEqualTo(60, ROUNDING);
        assertThat(millis(attribution, "relay")).isEqualTo(20, ROUNDING);
    }

    @Test
    void nativeSamplesBeyondTheSystemTimeAreTheWayIntoTheKernel() {
        samples.add("door", 50);
        Attribution attribution = Attribution.of(threads("XNIO-1 I/O-1", 60, 40), samples, 50);
        assertThat(millis(attribution, Attribution.INTO_THE_KERNEL)).isEqualTo(10, ROUNDING);
        assertThat(millis(attribution, "door")).isEqualTo(50, ROUNDING);
    }

    @Test
    void stacksOfNobodyAreNotNamed() {
        samples.add("door", 3);
        samples.add(WorkTable.UNNAMED, 1);
        assertThat(Attribution.of(threads("XNIO-1 I/O-1", 80, 0), samples, 0).named())
                .isEqualTo(0.75, ROUNDING);
    }

    @Test
    void collectorCountsAndTheRecorderDoesNot() {
        samples.add("door", 1);
        var times = new ThreadTimes(Map.of(
                1, stat("XNIO-1 I/O-1", 60, 0), 2, stat("GC Thread#0", 40, 5), 3, stat("JFR Recorder Th", 900, 0)));
        Attribution attribution = Attribution.of(times, samples, 0);
        assertThat(millis(attribution, "garbage collection")).isEqualTo(40, ROUNDING);
        assertThat(attribution.total() / 1e6).isEqualTo(100, ROUNDING);
    }

    private static double millis(Attribution attribution, String work) {
        return attribution.rows().stream()
                        .filter(row -> row.name().equals(work))
                        .mapToDouble(Tally.Share::weight)
                        .sum()
                / 1e6;
    }

    private static ThreadTimes threads(String name, long user, long system) {
        return new ThreadTimes(Map.of(1, stat(name, user, system)));
    }

    private static ProcStat stat(String name, long user, long system) {
        return new ProcStat(name, new CpuTime(Duration.ofMillis(user), Duration.ofMillis(system)));
    }
}
