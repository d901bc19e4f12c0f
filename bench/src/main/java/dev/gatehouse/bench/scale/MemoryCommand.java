package dev.gatehouse.bench.scale;

import dev.gatehouse.bench.drive.Cell;
import dev.gatehouse.bench.drive.Driver;
import dev.gatehouse.bench.load.LoadOutcome;
import dev.gatehouse.bench.subject.HeapInfo;
import dev.gatehouse.bench.subject.Jvm;
import dev.gatehouse.bench.subject.LiveHeap;
import dev.gatehouse.bench.subject.Manifests;
import dev.gatehouse.bench.subject.MeasuredTarget;
import dev.gatehouse.bench.traffic.Workload;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Resident memory of a gateway under many callers, and how it depends on the heap that it is given. */
@Command(
        name = "memory",
        mixinStandardHelpOptions = true,
        description =
                "Resident memory when ready, under 256 calls in flight of 1000 clients, and after all kinds of traffic, for"
                        + " several -Xmx. About 4 min; --quick 1.5 min.")
public final class MemoryCommand extends ScaleCommand {

    private static final Cell CALLERS = new Cell(Workload.CALL_100_B, 256);
    private static final String AIMED_AT = "-Xmx256m";

    @Option(
            names = "--heap",
            split = ",",
            defaultValue = "-Xmx128m,-Xmx256m,-Xmx512m,-Xmx1g",
            description = "Options of the JVM, a row each (default: ${DEFAULT-VALUE}).")
    private List<String> heaps = List.of();

    @Override
    void measure(Scene scene, PrintStream out) throws IOException {
        out.println();
        out.println("### Resident memory (MiB)");
        out.println();
        out.println(
                "| option | ready | after calls of 100 B, c=256 | aim | after all kinds, c=16 | heap committed then |"
                        + " live then |");
        out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (String heap : heaps) {
            measure(scene, heap, out);
        }
    }

    private void measure(Scene scene, String heap, PrintStream out) throws IOException {
        Manifests manifests = Manifests.usual(scene.upstream().address().getPort());
        List<LoadOutcome> outcomes = new ArrayList<>();
        try (MeasuredTarget gateway = scene.targets().gatehouse(manifests, Jvm.LAUNCHED.with(heap))) {
            double ready = mebibytes(gateway);
            var driver = new Driver(gateway, Manifests.USUAL_CLIENTS);
            driver.prepare(List.of(CALLERS));
            outcomes.add(driver.run(CALLERS, Duration.ZERO, Duration.ofSeconds(quick ? 3 : 15)));
            double loaded = mebibytes(gateway);
            for (Cell cell : Cell.ofEachKind()) {
                outcomes.add(driver.run(cell, Duration.ZERO, Duration.ofSeconds(quick ? 1 : 3)));
            }
            double mixed = mebibytes(gateway);
            long pid = gateway.process().pid();
            out.println("| %s | %.0f | **%.0f** | %s | %.0f | %.0f | %.1f |"
                    .formatted(
                            heap,
                            ready,
                            loaded,
                            heap.equals(AIMED_AT) ? "≤ 150" : "",
                            mixed,
                            HeapInfo.of(pid).committedMebibytes(),
                            LiveHeap.of(pid).mebibytes()));
        }
        outcomes.stream()
                .filter(outcome -> outcome.fault() != null)
                .forEach(outcome -> out.println("FAULT " + outcome.fault()));
    }

    private static double mebibytes(MeasuredTarget gateway) {
        return gateway.process().residentKib() / 1024.0;
    }
}
