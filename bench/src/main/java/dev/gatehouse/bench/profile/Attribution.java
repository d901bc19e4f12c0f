package dev.gatehouse.bench.profile;

import dev.gatehouse.bench.load.CpuTime;
import dev.gatehouse.bench.subject.ThreadKind;
import dev.gatehouse.bench.subject.ThreadTimes;
import java.util.List;

/**
 * The user time of the calls of one measurement, by named work, in nanoseconds. The kernel's account of the threads says
 * how much there is; the samples say how the part of the Java threads divides. A native method's samples cannot tell the
 * kernel's time from its own, so what they hold beyond the system time counts as the way into the kernel.
 */
record Attribution(List<Tally.Share> rows) {

    static final String INTO_THE_KERNEL = "JDK: the way into the kernel and back";

    Attribution {
        rows = List.copyOf(rows);
    }

    static Attribution of(ThreadTimes times, Tally javaByWork, double inNative) {
        CpuTime java = times.of(ThreadKind.JAVA);
        double all = javaByWork.total() + inNative;
        double nativeUser = Math.max(
                0,
                inNative / Math.max(1, all) * java.whole().toNanos()
                        - java.system().toNanos());
        var tally = new Tally();
        tally.add(INTO_THE_KERNEL, nativeUser);
        javaByWork
                .sharesOf(java.user().toNanos() - nativeUser)
                .forEach(share -> tally.add(share.name(), share.weight()));
        for (ThreadKind kind : ThreadKind.values()) {
            if (kind != ThreadKind.JAVA && kind != ThreadKind.RECORDER) {
                tally.add(kind.title(), (double) times.of(kind).user().toNanos());
            }
        }
        return new Attribution(tally.shares());
    }

    double total() {
        return rows.stream().mapToDouble(Tally.Share::weight).sum();
    }

    /** Which part of the user time has a name. */
    double named() {
        double unnamed = rows.stream()
                .filter(row -> row.name().equals(WorkTable.UNNAMED))
                .mapToDouble(Tally.Share::weight)
                .sum();
        return 1 - unnamed / total();
    }
}
