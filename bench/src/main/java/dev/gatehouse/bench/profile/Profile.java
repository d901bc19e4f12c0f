package dev.gatehouse.bench.profile;

import dev.gatehouse.bench.drive.Cell;
import dev.gatehouse.bench.load.LoadOutcome;
import dev.gatehouse.bench.subject.ThreadKind;
import dev.gatehouse.bench.subject.ThreadTimes;
import java.io.PrintStream;
import java.util.List;

/**
 * One kind of traffic under the recorder, and its tables.
 *
 * @param times of the gateway's threads during {@code outcome}
 * @param recordedCalls how many calls the recording saw, which began before the count of the outcome did
 */
record Profile(Cell cell, LoadOutcome outcome, ThreadTimes times, Recorded recorded, long recordedCalls) {

    void print(int methods, PrintStream out) {
        Attribution user = Attribution.of(times, recorded.cpuByWork, recorded.cpuInNative.total());
        heading(out, "User time of a call: " + cell);
        out.printf(
                "%.1f us of user time and %.1f of system time a call, the recorder on (its own threads left out); %,d calls, %,d samples%n%n",
                micros(user.total()), micros(system()), outcome.requests(), recorded.samples());
        out.println("| work | us a call | share |");
        out.println("| --- | ---: | ---: |");
        user.rows().stream().filter(row -> row.weight() > 0).forEach(row -> row(out, row, user.total()));
        out.printf("| **named** (aim ≥ 80 %%) | | **%.1f %%** |%n", user.named() * 100);
        heading(out, "… the methods that stand for it, of Java's user time");
        out.println("| method | us a call | share |");
        out.println("| --- | ---: | ---: |");
        double java = inJava(user);
        first(recorded.cpuByMethod.sharesOf(java), methods).forEach(row -> row(out, row, java));
        heading(out, "… and its system time, by the native method that asked for it");
        out.println("| method | us a call | share |");
        out.println("| --- | ---: | ---: |");
        double system = times.of(ThreadKind.JAVA).system().toNanos();
        first(recorded.cpuInNative.sharesOf(system), methods).forEach(row -> row(out, row, system));
        allocation(methods, out);
        if (outcome.fault() != null) {
            out.println("FAULT " + outcome.fault());
        }
    }

    double allocatedPerCall() {
        return (double) recorded.allocatedBytes() / Math.max(1, recordedCalls);
    }

    private void allocation(int classes, PrintStream out) {
        heading(out, "Allocated by a call: " + cell + ", %,.0f bytes".formatted(allocatedPerCall()));
        out.println("| work, or class | bytes a call | share |");
        out.println("| --- | ---: | ---: |");
        bytes(recorded.allocationByWork, Integer.MAX_VALUE, out);
        bytes(recorded.allocationByClass, classes, out);
    }

    private void bytes(Tally tally, int limit, PrintStream out) {
        for (Tally.Share share : first(tally.sharesOf(1), limit)) {
            out.printf(
                    "| %s | %,.0f | %.1f %% |%n",
                    share.name(), share.weight() * allocatedPerCall(), share.weight() * 100);
        }
    }

    private void row(PrintStream out, Tally.Share row, double total) {
        out.printf("| %s | %.2f | %.1f %% |%n", row.name(), micros(row.weight()), row.weight() / total * 100);
    }

    private double micros(double nanos) {
        return nanos / 1e3 / Math.max(1, outcome.requests());
    }

    private double system() {
        return times.whole().minus(times.of(ThreadKind.RECORDER)).system().toNanos();
    }

    private double inJava(Attribution user) {
        return user.rows().stream()
                .filter(row -> recorded.cpuByWork.of(row.name()) > 0)
                .mapToDouble(Tally.Share::weight)
                .sum();
    }

    private static List<Tally.Share> first(List<Tally.Share> shares, int limit) {
        return shares.stream().limit(limit).toList();
    }

    private static void heading(PrintStream out, String title) {
        out.println();
        out.println("### " + title);
        out.println();
    }
}
