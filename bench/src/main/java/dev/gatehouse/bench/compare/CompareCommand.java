package dev.gatehouse.bench.compare;

import dev.gatehouse.bench.drive.Cell;
import dev.gatehouse.bench.drive.Rounds;
import dev.gatehouse.bench.drive.WarmUp;
import dev.gatehouse.bench.subject.Jvm;
import dev.gatehouse.bench.subject.Machine;
import dev.gatehouse.bench.subject.Manifests;
import dev.gatehouse.bench.subject.MeasuredTarget;
import dev.gatehouse.bench.subject.MeasuredTargets;
import dev.gatehouse.bench.subject.Scratch;
import dev.gatehouse.bench.traffic.Workload;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The interleaved comparison of all targets. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "The upstream directly, nginx, a stock proxy and the gateway under the same traffic, interleaved."
                + " About 16 min; --quick 2 min; one --workload 5 min, of which the warm-up is 4.")
public final class CompareCommand implements Callable<Integer> {

    @Option(names = "--quick", description = "One short round of everything, hardly warm.")
    private boolean quick;

    @Option(names = "--rounds", description = "How many rounds (default: 5, quick: 1).")
    private int roundCount;

    @Option(names = "--workload", split = ",", description = "Only these: ${COMPLETION-CANDIDATES}.")
    private List<Workload> workloads = List.of(Workload.values());

    @Option(
            names = "--concurrency",
            split = ",",
            description = "Only rows with so many requests in flight, such as 16,64.")
    private List<Integer> concurrencies = List.of();

    @Option(
            names = "--clients",
            description = "How many take turns, at most 1000; 1: as many as there are requests in flight"
                    + " (default: ${DEFAULT-VALUE}).")
    private int clients = Manifests.USUAL_CLIENTS;

    @Option(names = "--java-options", split = " ", description = "For every JVM target (default: ${DEFAULT-VALUE}).")
    private List<String> javaOptions = Jvm.LAUNCHED.with("-Xmx256m").options();

    @Option(names = "--without", split = ",", description = "Targets to leave out, by name, such as ProxyHandler.")
    private List<String> without = List.of();

    @Override
    public Integer call() throws IOException {
        PrintStream out = System.out;
        Rounds rounds = quick ? Rounds.quick() : Rounds.thorough();
        if (roundCount > 0) {
            rounds = rounds.times(roundCount);
        }
        out.println(Machine.describe() + "; clients " + clients + "; JVM options " + String.join(" ", javaOptions));
        List<Cell> cells = Cell.of(workloads).stream()
                .filter(cell -> concurrencies.isEmpty() || concurrencies.contains(cell.concurrency()))
                .toList();
        var targets = new ArrayList<MeasuredTarget>();
        try (Scratch scratch = Scratch.create()) {
            try {
                start(new MeasuredTargets(scratch.folder(), new Jvm(javaOptions)), targets, out);
                Samples samples = new Comparison(targets, clients, rounds, out)
                        .run(cells, quick ? WarmUp.quick() : WarmUp.thorough());
                new ComparisonReport(
                                samples,
                                targets.stream().map(MeasuredTarget::name).toList(),
                                cells)
                        .print(out);
                out.println();
                out.println("Afterwards: " + Machine.describe());
            } finally {
                targets.reversed().forEach(MeasuredTarget::close);
            }
        }
        return 0;
    }

    private void start(MeasuredTargets starting, List<MeasuredTarget> targets, PrintStream out) {
        MeasuredTarget upstream = starting.upstream();
        targets.add(upstream);
        if (!MeasuredTargets.hasNginx()) {
            out.println("nginx is not installed here: its columns and ratios stay empty. On Debian and Ubuntu:"
                    + " apt-get install nginx-light");
        }
        for (boolean tuned : new boolean[] {false, true}) {
            if (MeasuredTargets.hasNginx()
                    && !without.contains(tuned ? MeasuredTarget.TUNED_NGINX : MeasuredTarget.NGINX)) {
                targets.add(starting.nginx(upstream, tuned));
            }
        }
        if (!without.contains(MeasuredTarget.STOCK_PROXY)) {
            targets.add(starting.stockProxy(upstream));
        }
        if (!without.contains(MeasuredTarget.GATEHOUSE)) {
            targets.add(starting.gatehouse(upstream));
        }
    }
}
