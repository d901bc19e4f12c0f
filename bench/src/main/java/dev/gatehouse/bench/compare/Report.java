package dev.gatehouse.bench.compare;

import dev.gatehouse.bench.load.Outcome;
import dev.gatehouse.bench.subject.Target;
import dev.gatehouse.bench.traffic.Workload;
import java.io.PrintStream;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Prints a comparison as Markdown tables, ratios first. */
public record Report(Samples samples, List<String> targets, List<Workload> workloads) {

    public void print(PrintStream out) {
        table(out, "CPU of the target per request (us)", Outcome::cpuMicros, false);
        table(out, "Throughput (requests/s)", Outcome::requestsPerSecond, true);
        table(out, "Latency p50 (us)", outcome -> outcome.latencyMicros(50), true);
        table(out, "Latency p99 (us)", outcome -> outcome.latencyMicros(99), true);
        added(out);
    }

    private void table(PrintStream out, String title, ToDoubleFunction<Outcome> figure, boolean withDirect) {
        List<String> shown = withDirect ? targets : proxies();
        out.println();
        out.println("### " + title);
        out.println();
        out.println("| traffic | c | Gatehouse / nginx | Gatehouse / ProxyHandler | ProxyHandler / nginx | "
                + String.join(" | ", shown) + " |");
        out.println("| --- | ---: | ---: | ---: | ---: |" + " ---: |".repeat(shown.size()));
        for (Cell cell : Cell.of(workloads)) {
            var row = new StringBuilder("| %s | %d |".formatted(cell.workload().title(), cell.concurrency()));
            row.append(ratio(samples.ratio(cell, Target.GATEHOUSE, Target.NGINX, figure)));
            row.append(ratio(samples.ratio(cell, Target.GATEHOUSE, Target.STOCK_PROXY, figure)));
            row.append(ratio(samples.ratio(cell, Target.STOCK_PROXY, Target.NGINX, figure)));
            for (String target : shown) {
                row.append(figure(samples.median(cell, target, figure)));
            }
            out.println(row);
        }
    }

    private void added(PrintStream out) {
        out.println();
        out.println("### Latency p50 added to the direct call at c=1 (us)");
        out.println();
        out.println("| traffic | Gatehouse / nginx | ProxyHandler / nginx | " + String.join(" | ", proxies()) + " |");
        out.println("| --- | ---: | ---: |" + " ---: |".repeat(proxies().size()));
        ToDoubleFunction<Outcome> p50 = outcome -> outcome.latencyMicros(50);
        for (Cell cell : Cell.of(workloads)) {
            if (cell.concurrency() != Cell.ONE) {
                continue;
            }
            var row = new StringBuilder("| " + cell.workload().title() + " |");
            row.append(ratio(samples.addedRatio(cell, Target.GATEHOUSE, Target.NGINX, Target.DIRECT, p50)));
            row.append(ratio(samples.addedRatio(cell, Target.STOCK_PROXY, Target.NGINX, Target.DIRECT, p50)));
            for (String target : proxies()) {
                row.append(figure(samples.median(cell, target, p50) - samples.median(cell, Target.DIRECT, p50)));
            }
            out.println(row);
        }
    }

    private List<String> proxies() {
        return targets.stream().filter(name -> !name.equals(Target.DIRECT)).toList();
    }

    private static String ratio(double value) {
        return Double.isNaN(value) ? " – |" : " **%.2f** |".formatted(value);
    }

    private static String figure(double value) {
        return Double.isNaN(value) ? " – |" : " %.1f |".formatted(value);
    }
}
