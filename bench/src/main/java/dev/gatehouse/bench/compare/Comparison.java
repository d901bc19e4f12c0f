package dev.gatehouse.bench.compare;

import dev.gatehouse.bench.load.Caller;
import dev.gatehouse.bench.load.LoadGenerator;
import dev.gatehouse.bench.load.Outcome;
import dev.gatehouse.bench.subject.Target;
import dev.gatehouse.bench.traffic.McpSession;
import dev.gatehouse.bench.traffic.Traffic;
import dev.gatehouse.bench.traffic.Workload;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Runs the same traffic against all targets in turn: in each round every target once, each round starting with another
 * one, so that no target owns the quiet moments of the machine. Not thread-safe.
 */
public final class Comparison {

    private final List<Target> targets;
    private final Rounds rounds;
    private final PrintStream progress;
    private final Map<Target, List<McpSession>> sessions = new HashMap<>();
    private final Map<Target, LoadGenerator> generators = new HashMap<>();
    private final Set<Workload> warm = new HashSet<>();

    public Comparison(List<Target> targets, Rounds rounds, PrintStream progress) {
        this.targets = List.copyOf(targets);
        this.rounds = rounds;
        this.progress = progress;
    }

    /** Measures {@code workloads}; a target that answers wrongly is reported and has no figure in that row. */
    public Samples run(List<Workload> workloads) throws IOException {
        var samples = new Samples();
        openSessions();
        for (Cell cell : Cell.of(workloads)) {
            if (warm.add(cell.workload())) {
                warmUp(cell.workload());
            }
            for (int round = 0; round < rounds.count(); round++) {
                round(cell, round, samples);
            }
        }
        return samples;
    }

    private void openSessions() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (Target target : targets) {
                sessions.put(
                        target,
                        IntStream.range(0, Cell.MANY)
                                .mapToObj(caller -> McpSession.open(client, target.address(), caller))
                                .toList());
                generators.put(
                        target,
                        new LoadGenerator(
                                target.address(), () -> target.process().cpu()));
            }
        }
    }

    private void warmUp(Workload workload) throws IOException {
        for (Target target : targets) {
            Duration length = target.warmsUp() ? rounds.warmUp() : rounds.length();
            drive(target, new Cell(workload, Cell.MIDDLE), Duration.ZERO, length);
        }
    }

    private void round(Cell cell, int round, Samples samples) throws IOException {
        var order = new ArrayList<>(targets);
        Collections.rotate(order, -round);
        for (Target target : order) {
            Outcome outcome = drive(target, cell, rounds.ramp(), rounds.length());
            samples.add(cell, target.name(), outcome);
            progress.println(line(cell, target, outcome));
        }
    }

    private Outcome drive(Target target, Cell cell, Duration ramp, Duration length) throws IOException {
        var traffic = new Traffic(target.dialect());
        List<Caller> callers = sessionsOf(target).stream()
                .limit(cell.concurrency())
                .map(session -> traffic.caller(session, cell.workload()))
                .toList();
        LoadGenerator generator = generators.get(target);
        if (generator == null) {
            throw new IllegalStateException("no sessions were opened with " + target.name());
        }
        return generator.run(callers, ramp, length);
    }

    private List<McpSession> sessionsOf(Target target) {
        return sessions.getOrDefault(target, List.of());
    }

    private static String line(Cell cell, Target target, Outcome outcome) {
        if (outcome.fault() != null) {
            return "%-24s %-13s FAULT %s".formatted(cell, target.name(), outcome.fault());
        }
        return "%-24s %-13s %9.1f req/s  cpu %8.1f us  p50 %8.1f  p99 %9.1f us  generator %5.1f us (%2.0f%% of a core)"
                .formatted(
                        cell,
                        target.name(),
                        outcome.requestsPerSecond(),
                        outcome.cpuMicros(),
                        outcome.latencyMicros(50),
                        outcome.latencyMicros(99),
                        outcome.ownCpuMicros(),
                        outcome.ownBusyShare() * 100);
    }
}
