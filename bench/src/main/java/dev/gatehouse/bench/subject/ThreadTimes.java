package dev.gatehouse.bench.subject;

import dev.gatehouse.bench.load.CpuTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** CPU time of the live threads of a JVM, by thread id; a thread that has ended is gone with its time. */
public record ThreadTimes(Map<Integer, ProcStat> byThread) {

    public ThreadTimes {
        byThread = Map.copyOf(byThread);
    }

    public static ThreadTimes of(long pid) {
        var times = new HashMap<Integer, ProcStat>();
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            threads.forEach(thread -> ProcStat.read(thread)
                    .ifPresent(stat ->
                            times.put(Integer.valueOf(thread.getFileName().toString()), stat)));
        } catch (IOException e) {
            throw new UncheckedIOException("process " + pid + " has no threads to look at; is this Linux?", e);
        }
        return new ThreadTimes(times);
    }

    public CpuTime of(ThreadKind kind) {
        return byThread.values().stream()
                .filter(stat -> ThreadKind.of(stat.name()) == kind)
                .map(ProcStat::cpu)
                .reduce(CpuTime.NONE, CpuTime::plus);
    }

    /** What the threads that live now have used since {@code earlier}. */
    public ThreadTimes minus(ThreadTimes earlier) {
        var grown = new HashMap<Integer, ProcStat>();
        byThread.forEach((id, stat) -> {
            ProcStat before = earlier.byThread.get(id);
            grown.put(id, before == null ? stat : stat.minus(before));
        });
        return new ThreadTimes(grown);
    }

    public CpuTime whole() {
        return byThread.values().stream().map(ProcStat::cpu).reduce(CpuTime.NONE, CpuTime::plus);
    }

    /** Which part of all CPU time went to threads of {@code kind}; 0 when there was none at all. */
    public double share(ThreadKind kind) {
        long all = whole().whole().toMillis();
        return all == 0 ? 0 : (double) of(kind).whole().toMillis() / all;
    }
}
