package dev.gatehouse.bench.compare;

import dev.gatehouse.bench.drive.Cell;
import dev.gatehouse.bench.drive.Driver;
import dev.gatehouse.bench.load.LoadOutcome;
import dev.gatehouse.bench.subject.Jvm;
import dev.gatehouse.bench.subject.Manifests;
import dev.gatehouse.bench.subject.MeasuredTarget;
import dev.gatehouse.bench.subject.MeasuredTargets;
import dev.gatehouse.bench.subject.Scratch;
import dev.gatehouse.bench.traffic.Workload;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Keeps one target busy with one kind of traffic and names its process, so that a profiler can be pointed at it. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description =
                "Loads the gateway, or the stock proxy, for a while: for use with a profiler of your own. Twice --seconds.")
public final class LoadCommand implements Callable<Integer> {

    @Option(names = "--stock-proxy", description = "The stock proxy instead of the gateway.")
    private boolean stockProxy;

    @Option(names = "--workload", description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Workload workload = Workload.CALL_100_B;

    @Option(
            names = "--concurrency",
            description = "How many requests in flight, at most 1000 (default: ${DEFAULT-VALUE}).")
    private int concurrency = Cell.MIDDLE;

    @Option(names = "--seconds", description = "How long, after as long a warm-up (default: ${DEFAULT-VALUE}).")
    private int seconds = 15;

    @Option(names = "--java-options", split = " ", description = "For every JVM target (default: ${DEFAULT-VALUE}).")
    private List<String> javaOptions = Jvm.LAUNCHED.with("-Xmx256m").options();

    @Override
    public Integer call() throws IOException {
        try (Scratch scratch = Scratch.create()) {
            load(new MeasuredTargets(scratch.folder(), new Jvm(javaOptions)));
        }
        return 0;
    }

    private void load(MeasuredTargets targets) throws IOException {
        try (MeasuredTarget upstream = targets.upstream();
                MeasuredTarget target = stockProxy ? targets.stockProxy(upstream) : targets.gatehouse(upstream)) {
            var driver = new Driver(target, Manifests.USUAL_CLIENTS);
            var cell = new Cell(workload, concurrency);
            print(driver.run(cell, Duration.ZERO, Duration.ofSeconds(seconds)));
            System.out.println("warm: process " + target.process().pid());
            print(driver.run(cell, Duration.ZERO, Duration.ofSeconds(seconds)));
        }
    }

    private static void print(LoadOutcome outcome) {
        System.out.printf(
                "%.0f req/s, cpu %.1f us, p50 %.1f us, p99 %.1f us%s%n",
                outcome.requestsPerSecond(),
                outcome.cpuMicros(),
                outcome.latencyMicros(50),
                outcome.latencyMicros(99),
                outcome.fault() == null ? "" : ", FAULT " + outcome.fault());
    }
}
