package dev.gatehouse.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.bench.Figures;
import dev.gatehouse.bench.drive.Cell;
import dev.gatehouse.bench.load.CpuTime;
import dev.gatehouse.bench.load.LoadOutcome;
import dev.gatehouse.bench.traffic.Workload;
import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SamplesTest {

    private static final Cell CELL = new Cell(Workload.CALL_100_B, 16);

    private final Samples samples = new Samples();

    @Test
    void ratioIsTheMedianOfThePairsAndNotThePairOfTheMedians() {
        add("a", 10, 100, 30);
        add("b", 10, 50, 10);
        assertThat(samples.ratio(CELL, "a", "b", LoadOutcome::cpuMicros)).isEqualTo(2);
    }

    @Test
    void addedRatioSubtractsTheFloorOfTheSameRound() {
        add("floor", 10, 20);
        add("a", 16, 26);
        add("b", 13, 23);
        assertThat(samples.addedRatio(CELL, "a", "b", "floor", LoadOutcome::cpuMicros))
                .isEqualTo(2);
    }

    @Test
    void targetThatAnsweredWronglyHasNoFigure() {
        add("a", 10);
        samples.add(CELL, "a", outcome(10, "status 503"));
        assertThat(samples.median(CELL, "a", LoadOutcome::cpuMicros)).isNaN();
    }

    @Test
    void medianOfAnEvenCountLiesBetweenTheMiddleTwo() {
        assertThat(Figures.median(new double[] {4, 1, 3, 2})).isEqualTo(2.5);
    }

    private void add(String target, long... cpuMicros) {
        for (long micros : cpuMicros) {
            samples.add(CELL, target, outcome(micros, null));
        }
    }

    private static LoadOutcome outcome(long cpuMicros, @Nullable String fault) {
        return new LoadOutcome(
                1,
                Duration.ofSeconds(1),
                Duration.ZERO,
                new CpuTime(Duration.ofNanos(cpuMicros * 1000), Duration.ZERO),
                new Histogram(1000, 1),
                fault);
    }
}
