package dev.gatehouse.bench.compare;

import dev.gatehouse.bench.subject.Jvm;
import dev.gatehouse.bench.subject.Machine;
import dev.gatehouse.bench.subject.Scratch;
import dev.gatehouse.bench.subject.Target;
import dev.gatehouse.bench.subject.Targets;
import dev.gatehouse.bench.traffic.Workload;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The interleaved comparison of all targets. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description =
                "The upstream directly, nginx, a stock proxy and the gateway under the same traffic, interleaved.")
public final class CompareCommand implements Callable<Integer> {

    private static final int CALLERS = 64;

    @Option(names = "--quick", description = "One short round of everything.")
    private boolean quick;

    @Option(names = "--rounds", description = "How many rounds (default: 3, quick: 1).")
    private int roundCount;

    @Option(names = "--workload", split = ",", description = "Only these: ${COMPLETION-CANDIDATES}.")
    private List<Workload> workloads = List.of(Workload.values());

    @Option(names = "--java-options", split = " ", description = "For every JVM target (default: ${DEFAULT-VALUE}).")
    private List<String> javaOptions = Jvm.LAUNCHED.with("-Xmx256m").options();

    @Option(names = "--without", split = ",", description = "Targets to leave out, by name.")
    private List<String> without = List.of();

    @Override
    public Integer call() throws IOException {
        PrintStream out = System.out;
        Rounds rounds = quick ? Rounds.quick() : Rounds.thorough();
        if (roundCount > 0) {
            rounds = new Rounds(roundCount, rounds.length(), rounds.warmUp(), rounds.ramp());
        }
        out.println(Machine.describe() + "; JVM options " + String.join(" ", javaOptions));
        var targets = new ArrayList<Target>();
        try (Scratch scratch = Scratch.create()) {
            try {
                start(new Targets(scratch.folder(), new Jvm(javaOptions), CALLERS), targets, out);
                Samples samples = new Comparison(targets, rounds, out).run(workloads);
                new Report(samples, targets.stream().map(Target::name).toList(), workloads).print(out);
            } finally {
                targets.reversed().forEach(Target::close);
            }
        }
        return 0;
    }

    private void start(Targets starting, List<Target> targets, PrintStream out) {
        Target upstream = starting.upstream();
        targets.add(upstream);
        if (!without.contains(Target.NGINX)) {
            Optional<Target> nginx = starting.nginx(upstream, false);
            nginx.ifPresentOrElse(
                    targets::add, () -> out.println("nginx is not installed here: its column and ratios are missing"));
        }
        if (!without.contains(Target.TUNED_NGINX)) {
            starting.nginx(upstream, true).ifPresent(targets::add);
        }
        if (!without.contains(Target.STOCK_PROXY)) {
            targets.add(starting.stockProxy(upstream));
        }
        if (!without.contains(Target.GATEHOUSE)) {
            targets.add(starting.gatehouse(upstream, CALLERS));
        }
    }
}
