package dev.gatehouse.bench.profile;

import dev.gatehouse.bench.subject.Jcmd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A flight recording of another JVM, started and stopped by {@code jcmd}, of exactly the events that are asked for. */
final class FlightRecording {

    private static final String NAME = "bench";

    /** What each thread has allocated, at the start and at the end. Costs nothing in between. */
    private static final List<String> ALLOCATED = List.of(
            "+jdk.ThreadAllocationStatistics#enabled=true", "+jdk.ThreadAllocationStatistics#period=everyChunk");

    /** Samples by CPU time and not by the clock, in Java and in native methods alike; JDK 25 on Linux has them. */
    private static final List<String> STACKS = List.of(
            "+jdk.CPUTimeSample#enabled=true",
            "+jdk.CPUTimeSample#throttle=1ms",
            "+jdk.ObjectAllocationSample#enabled=true",
            "+jdk.ObjectAllocationSample#throttle=500/s");

    private final Jcmd jcmd;
    private final Path file;

    private FlightRecording(Jcmd jcmd, Path file) {
        this.jcmd = jcmd;
        this.file = file;
    }

    static FlightRecording ofAllocation(long pid, Path folder) {
        return start(pid, folder, ALLOCATED);
    }

    static FlightRecording ofStacks(long pid, Path folder) {
        var settings = new ArrayList<>(ALLOCATED);
        settings.addAll(STACKS);
        return start(pid, folder, settings);
    }

    private static FlightRecording start(long pid, Path folder, List<String> settings) {
        try {
            Path file = Files.createTempFile(folder, "recording", ".jfr");
            var arguments = new ArrayList<>(List.of("JFR.start", "name=" + NAME, "settings=none"));
            arguments.addAll(settings);
            var jcmd = new Jcmd(pid);
            jcmd.run(arguments.toArray(String[]::new));
            return new FlightRecording(jcmd, file);
        } catch (IOException e) {
            throw new UncheckedIOException("no room for a recording in " + folder, e);
        }
    }

    /** Ends it; what it saw, its stacks named by {@code table}. */
    Recorded stop(WorkTable table) throws IOException {
        jcmd.run("JFR.stop", "name=" + NAME, "filename=" + file);
        try {
            return Recorded.read(file, table);
        } finally {
            Files.delete(file);
        }
    }
}
