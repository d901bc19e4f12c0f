package dev.gatehouse.bench.profile;

import dev.gatehouse.bench.drive.Cell;
import dev.gatehouse.bench.drive.Driver;
import dev.gatehouse.bench.drive.WarmUp;
import dev.gatehouse.bench.load.LoadOutcome;
import dev.gatehouse.bench.subject.Jvm;
import dev.gatehouse.bench.subject.Machine;
import dev.gatehouse.bench.subject.Manifests;
import dev.gatehouse.bench.subject.MeasuredTarget;
import dev.gatehouse.bench.subject.MeasuredTargets;
import dev.gatehouse.bench.subject.Scratch;
import dev.gatehouse.bench.subject.ThreadTimes;
import dev.gatehouse.bench.traffic.Workload;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Where a call's user time goes and what it allocates, by named work. */
@Command(
        name = "profile",
        mixinStandardHelpOptions = true,
        description =
                "A call's user time by named work, and the bytes that it allocates, from a flight recording of the"
                        + " warm gateway. About 3 min, 20 s more for each further --workload; --quick 30 s.")
public final class ProfileCommand implements Callable<Integer> {

    private static final Duration RAMP = Duration.ofSeconds(2);

    @Option(names = "--quick", description = "Short, and hardly warm.")
    private boolean quick;

    @Option(
            names = "--workload",
            split = ",",
            description = "Some of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private List<Workload> workloads = List.of(Workload.CALL_100_B);

    @Option(
            names = "--concurrency",
            description = "How many requests in flight, at most 1000 (default: ${DEFAULT-VALUE}).")
    private int concurrency = Cell.MIDDLE;

    @Option(names = "--seconds", description = "How long to record (default: 15, quick: 3).")
    private int seconds;

    @Option(names = "--methods", description = "How many lines of methods and classes (default: ${DEFAULT-VALUE}).")
    private int methods = 25;

    @Option(
            names = "--clients",
            description = "How many take turns, at most 1000; 1: as many as there are requests in flight"
                    + " (default: ${DEFAULT-VALUE}).")
    private int clients = Manifests.USUAL_CLIENTS;

    @Option(names = "--java-options", split = " ", description = "For the gateway (default: ${DEFAULT-VALUE}).")
    private List<String> javaOptions = Jvm.LAUNCHED.with("-Xmx256m").options();

    @Override
    public Integer call() throws IOException {
        PrintStream out = System.out;
        out.println(Machine.describe() + "; JVM options " + String.join(" ", javaOptions));
        try (Scratch scratch = Scratch.create()) {
            var targets = new MeasuredTargets(scratch.folder(), new Jvm(javaOptions));
            try (MeasuredTarget upstream = targets.upstream();
                    MeasuredTarget gateway = targets.gatehouse(upstream)) {
                var driver = new Driver(gateway, clients);
                (quick ? WarmUp.quick() : WarmUp.thorough()).run(gateway, driver.warmingLoads(), out);
                allocations(driver, scratch.folder(), out);
                for (Workload workload : workloads) {
                    stacks(driver, new Cell(workload, concurrency), scratch.folder())
                            .print(methods, out);
                }
            }
        }
        return 0;
    }

    private void allocations(Driver driver, Path folder, PrintStream out) throws IOException {
        out.println();
        out.println("### Allocated by a call, c=" + Cell.MIDDLE);
        out.println();
        out.println("| traffic | bytes a call | aim |");
        out.println("| --- | ---: | ---: |");
        Duration length = Duration.ofSeconds(quick ? 1 : 3);
        for (Cell cell : Cell.ofEachKind()) {
            FlightRecording recording = FlightRecording.ofAllocation(pid(driver), folder);
            LoadOutcome outcome = driver.run(cell, Duration.ZERO, length);
            long bytes = recording.stop(WorkTable.GATEWAY).allocatedBytes();
            out.println("| %s | **%,d** | %s |%s"
                    .formatted(
                            cell.workload().title(),
                            bytes / Math.max(1, outcome.requests()),
                            cell.workload() == Workload.CALL_100_B ? "≤ 2,048" : "",
                            outcome.fault() == null ? "" : " FAULT " + outcome.fault()));
        }
    }

    private Profile stacks(Driver driver, Cell cell, Path folder) throws IOException {
        driver.prepare(List.of(cell));
        FlightRecording recording = FlightRecording.ofStacks(pid(driver), folder);
        long before = driver.run(cell, Duration.ZERO, RAMP).requests();
        ThreadTimes start = ThreadTimes.of(pid(driver));
        LoadOutcome outcome = driver.run(cell, Duration.ZERO, length());
        ThreadTimes times = ThreadTimes.of(pid(driver)).minus(start);
        Recorded recorded = recording.stop(WorkTable.GATEWAY);
        return new Profile(cell, outcome, times, recorded, before + outcome.requests());
    }

    private Duration length() {
        int fallback = quick ? 3 : 15;
        return Duration.ofSeconds(seconds > 0 ? seconds : fallback);
    }

    private static long pid(Driver driver) {
        return driver.target().process().pid();
    }
}
