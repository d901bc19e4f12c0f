package dev.gatehouse.bench.compare;

import dev.gatehouse.bench.drive.Cell;
import dev.gatehouse.bench.drive.Driver;
import dev.gatehouse.bench.drive.Rounds;
import dev.gatehouse.bench.drive.WarmUp;
import dev.gatehouse.bench.load.LoadOutcome;
import dev.gatehouse.bench.subject.MeasuredTarget;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Runs the same traffic against all targets in turn: in each round every target once, each round starting with another
 * one, so that no target owns the quiet moments of the machine. Not thread-safe.
 */
public final class Comparison {

    private final List<Driver> drivers;
    private final Rounds rounds;
    private final PrintStream progress;

    public Comparison(List<MeasuredTarget> targets, int clients, Rounds rounds, PrintStream progress) {
        this.drivers =
                targets.stream().map(target -> new Driver(target, clients)).toList();
        this.rounds = rounds;
        this.progress = progress;
    }

    /** Measures {@code cells}; a target that answers wrongly is reported and has no figure in that row. */
    public Samples run(List<Cell> cells, WarmUp warmUp) throws IOException {
        for (Driver driver : drivers) {
            driver.prepare(cells.stream()
                    .filter(cell -> isMeasured(driver.target(), cell))
                    .toList());
        }
        for (Driver driver : drivers) {
            if (driver.target().warmsUp()) {
                warmUp.run(driver.target(), driver.warmingLoads(), progress);
            }
        }
        var samples = new Samples();
        for (Cell cell : cells) {
            for (int round = 0; round < rounds.count(); round++) {
                round(cell, round, samples);
            }
        }
        return samples;
    }

    private void round(Cell cell, int round, Samples samples) throws IOException {
        var order = new ArrayList<>(drivers);
        Collections.rotate(order, -round);
        for (Driver driver : order) {
            MeasuredTarget target = driver.target();
            if (isMeasured(target, cell)) {
                LoadOutcome outcome = driver.run(cell, rounds.ramp(), rounds.length());
                samples.add(cell, target.name(), outcome);
                progress.println(line(cell, target, outcome));
            }
        }
    }

    /** The way without a proxy is the floor of the latency at c=1, and buffers are tuned for large bodies. */
    private static boolean isMeasured(MeasuredTarget target, Cell cell) {
        return switch (target.name()) {
            case MeasuredTarget.DIRECT -> cell.concurrency() == Cell.ONE;
            case MeasuredTarget.TUNED_NGINX -> cell.workload().large();
            default -> true;
        };
    }

    private static String line(Cell cell, MeasuredTarget target, LoadOutcome outcome) {
        if (outcome.fault() != null) {
            return "%-30s %-13s FAULT %s".formatted(cell, target.name(), outcome.fault());
        }
        return "%-30s %-13s %9.1f req/s  cpu %8.1f us (user %7.1f)  p50 %8.1f  p99 %9.1f us  generator %5.1f us (%2.0f%% of a core)"
                .formatted(
                        cell,
                        target.name(),
                        outcome.requestsPerSecond(),
                        outcome.cpuMicros(),
                        outcome.userMicros(),
                        outcome.latencyMicros(50),
                        outcome.latencyMicros(99),
                        outcome.ownCpuMicros(),
                        outcome.ownBusyShare() * 100);
    }
}
