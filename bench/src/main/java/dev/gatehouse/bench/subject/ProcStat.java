package dev.gatehouse.bench.subject;

import dev.gatehouse.bench.load.CpuTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * One {@code stat} file of Linux's {@code /proc}, of a process or of a thread: its name and its CPU time in steps of one
 * clock tick, 10 ms.
 *
 * @param name at most 15 characters, as the kernel cuts it
 */
public record ProcStat(String name, CpuTime cpu) {

    private static final Duration TICK = Duration.ofMillis(10);
    private static final int USER = 11;
    private static final int SYSTEM = 12;

    /** Empty when there is no such process or thread any more. */
    static Optional<ProcStat> read(Path folder) {
        try {
            return Optional.of(parse(Files.readString(folder.resolve("stat"))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The name stands in parentheses and may hold spaces and parentheses itself. */
    static ProcStat parse(String line) {
        int end = line.lastIndexOf(')');
        String[] fields = line.substring(end + 2).split(" ", -1);
        return new ProcStat(
                line.substring(line.indexOf('(') + 1, end), new CpuTime(ticks(fields[USER]), ticks(fields[SYSTEM])));
    }

    ProcStat minus(ProcStat earlier) {
        return new ProcStat(name, cpu.minus(earlier.cpu));
    }

    private static Duration ticks(String field) {
        return TICK.multipliedBy(Long.parseLong(field));
    }
}
