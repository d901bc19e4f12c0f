package dev.gatehouse.bench.compare;

import dev.gatehouse.bench.Figures;
import dev.gatehouse.bench.drive.Cell;
import dev.gatehouse.bench.load.LoadOutcome;
import dev.gatehouse.bench.subject.MeasuredTarget;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Prints a comparison as Markdown tables, ratios first and what is aimed at beside them. */
public record ComparisonReport(Samples samples, List<String> targets, List<Cell> cells) {

    private static final String ABSENT = " – |";

    public void print(PrintStream out) {
        table(out, "CPU of the target per request (us)", LoadOutcome::cpuMicros, Aims::cpu);
        table(out, "Of that: user time (us)", LoadOutcome::userMicros, Aims::none);
        table(out, "Throughput (requests/s)", LoadOutcome::requestsPerSecond, Aims::throughput);
        table(out, "Latency p50 (us)", outcome -> outcome.latencyMicros(50), Aims::none);
        table(out, "Latency p99 (us)", outcome -> outcome.latencyMicros(99), Aims::none);
        added(out);
    }

    private void table(
            PrintStream out, String title, ToDoubleFunction<LoadOutcome> figure, Function<Cell, String> aim) {
        heading(out, title, "| traffic | c | ÷ nginx | of rounds | aim | ÷ nginx tuned | ÷ ProxyHandler |", 7, targets);
        for (Cell cell : cells) {
            var row = new StringBuilder(start(cell));
            row.append(ratio(samples.ratio(cell, MeasuredTarget.GATEHOUSE, MeasuredTarget.NGINX, figure)));
            row.append(spread(samples.ratios(cell, MeasuredTarget.GATEHOUSE, MeasuredTarget.NGINX, figure)));
            row.append(' ').append(aim.apply(cell)).append(" |");
            row.append(ratio(samples.ratio(cell, MeasuredTarget.GATEHOUSE, MeasuredTarget.TUNED_NGINX, figure)));
            row.append(ratio(samples.ratio(cell, MeasuredTarget.GATEHOUSE, MeasuredTarget.STOCK_PROXY, figure)));
            for (String target : targets) {
                row.append(figure(samples.median(cell, target, figure)));
            }
            out.println(row);
        }
    }

    private void added(PrintStream out) {
        List<String> proxies = targets.stream()
                .filter(name -> !name.equals(MeasuredTarget.DIRECT))
                .toList();
        String head = "| traffic | c | Gatehouse ÷ nginx | aim | ProxyHandler ÷ nginx |";
        heading(out, "Latency p50 added to the direct call at c=1 (us)", head, 5, proxies);
        ToDoubleFunction<LoadOutcome> p50 = outcome -> outcome.latencyMicros(50);
        for (Cell cell : cells) {
            if (cell.concurrency() != Cell.ONE) {
                continue;
            }
            var row = new StringBuilder(start(cell));
            row.append(ratio(samples.addedRatio(
                    cell, MeasuredTarget.GATEHOUSE, MeasuredTarget.NGINX, MeasuredTarget.DIRECT, p50)));
            row.append(' ').append(Aims.addedLatency(cell)).append(" |");
            row.append(ratio(samples.addedRatio(
                    cell, MeasuredTarget.STOCK_PROXY, MeasuredTarget.NGINX, MeasuredTarget.DIRECT, p50)));
            for (String target : proxies) {
                row.append(
                        figure(samples.median(cell, target, p50) - samples.median(cell, MeasuredTarget.DIRECT, p50)));
            }
            out.println(row);
        }
    }

    private static void heading(PrintStream out, String title, String head, int columns, List<String> shown) {
        out.println();
        out.println("### " + title);
        out.println();
        out.println(head + " " + String.join(" | ", shown) + " |");
        out.println("| --- |" + " ---: |".repeat(columns - 1 + shown.size()));
    }

    private static String start(Cell cell) {
        return "| %s | %d |".formatted(cell.workload().title(), cell.concurrency());
    }

    private static String ratio(double value) {
        return Double.isFinite(value) ? " **%.2f** |".formatted(value) : ABSENT;
    }

    private static String spread(double[] ratios) {
        double highest = Figures.highest(ratios);
        return Double.isFinite(highest) ? " %.2f–%.2f |".formatted(Figures.lowest(ratios), highest) : ABSENT;
    }

    private static String figure(double value) {
        return Double.isNaN(value) ? ABSENT : " %.1f |".formatted(value);
    }
}
