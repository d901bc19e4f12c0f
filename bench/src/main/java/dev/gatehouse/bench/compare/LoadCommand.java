package dev.gatehouse.bench.compare;

import dev.gatehouse.bench.load.Caller;
import dev.gatehouse.bench.load.LoadGenerator;
import dev.gatehouse.bench.load.Outcome;
import dev.gatehouse.bench.subject.Jvm;
import dev.gatehouse.bench.subject.Scratch;
import dev.gatehouse.bench.subject.Target;
import dev.gatehouse.bench.subject.Targets;
import dev.gatehouse.bench.traffic.McpSession;
import dev.gatehouse.bench.traffic.Traffic;
import dev.gatehouse.bench.traffic.Workload;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Keeps one target busy with one kind of traffic and names its process, so that a profiler can be pointed at it. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = "Loads the gateway, or the stock proxy, for a while: for use with a profiler.")
public final class LoadCommand implements Callable<Integer> {

    @Option(names = "--stock-proxy", description = "The stock proxy instead of the gateway.")
    private boolean stockProxy;

    @Option(names = "--workload", description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Workload workload = Workload.CALL_100_B;

    @Option(names = "--concurrency", description = "How many callers (default: ${DEFAULT-VALUE}).")
    private int concurrency = Cell.MIDDLE;

    @Option(names = "--seconds", description = "How long, after as long a warm-up (default: ${DEFAULT-VALUE}).")
    private int seconds = 15;

    @Option(names = "--java-options", split = " ", description = "For every JVM target (default: ${DEFAULT-VALUE}).")
    private List<String> javaOptions = Jvm.LAUNCHED.with("-Xmx256m").options();

    @Override
    public Integer call() throws IOException {
        try (Scratch scratch = Scratch.create()) {
            load(new Targets(scratch.folder(), new Jvm(javaOptions), concurrency));
        }
        return 0;
    }

    private void load(Targets targets) throws IOException {
        try (Target upstream = targets.upstream();
                Target target = stockProxy ? targets.stockProxy(upstream) : targets.gatehouse(upstream, concurrency)) {
            List<Caller> callers = callers(target);
            var generator =
                    new LoadGenerator(target.address(), () -> target.process().cpu());
            print(generator.run(callers, Duration.ZERO, Duration.ofSeconds(seconds)));
            System.out.println("warm: process " + target.process().pid());
            print(generator.run(callers, Duration.ZERO, Duration.ofSeconds(seconds)));
        }
    }

    private List<Caller> callers(Target target) {
        var traffic = new Traffic(target.dialect());
        try (HttpClient client = HttpClient.newHttpClient()) {
            return IntStream.range(0, concurrency)
                    .mapToObj(caller -> McpSession.open(client, target.address(), caller))
                    .map(session -> traffic.caller(session, workload))
                    .toList();
        }
    }

    private static void print(Outcome outcome) {
        System.out.printf(
                "%.0f req/s, cpu %.1f us, p50 %.1f us, p99 %.1f us%s%n",
                outcome.requestsPerSecond(),
                outcome.cpuMicros(),
                outcome.latencyMicros(50),
                outcome.latencyMicros(99),
                outcome.fault() == null ? "" : ", FAULT " + outcome.fault());
    }
}
