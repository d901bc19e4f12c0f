package dev.gatehouse.bench.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/** What a flight recording saw, added up. Filled by {@link #read} and not changed afterwards. */
final class Recorded {

    /** CPU time in Java, in nanoseconds, by work and by the method that stands for it. */
    final Tally cpuByWork = new Tally();

    final Tally cpuByMethod = new Tally();
    /** CPU time in native methods, nearly all of it the kernel's, by method. */
    final Tally cpuInNative = new Tally();

    final Tally allocationByWork = new Tally();
    final Tally allocationByClass = new Tally();

    private final WorkTable table;
    private final Map<Long, Span> allocated = new HashMap<>();
    private final Map<Long, Allocation> firstOfThread = new HashMap<>();
    private int samples;

    private Recorded(WorkTable table) {
        this.table = table;
    }

    static Recorded read(Path file, WorkTable table) throws IOException {
        var recorded = new Recorded(table);
        try (var events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                recorded.take(events.readEvent());
            }
        }
        return recorded;
    }

    /** How many samples of CPU time there are. */
    int samples() {
        return samples;
    }

    /** Bytes that live threads allocated between the start and the end. */
    long allocatedBytes() {
        return allocated.values().stream().mapToLong(Span::growth).sum();
    }

    private void take(RecordedEvent event) {
        switch (event.getEventType().getName()) {
            case "jdk.CPUTimeSample" -> cpu(event);
            case "jdk.ObjectAllocationSample" -> allocation(event);
            case "jdk.ThreadAllocationStatistics" ->
                allocated.merge(event.getThread("thread").getId(), Span.at(event.getLong("allocated")), Span::join);
            default -> {}
        }
    }

    private void cpu(RecordedEvent event) {
        samples++;
        double nanos = (double) event.getDuration("samplingPeriod").toNanos();
        RecordedStackTrace stack = event.getStackTrace();
        List<String> methods = methods(stack);
        if (stack != null
                && !methods.isEmpty()
                && stack.getFrames().getFirst().getType().equals("Native")) {
            cpuInNative.add(methods.getFirst(), nanos);
            return;
        }
        WorkTable.Match match = table.match(methods);
        cpuByWork.add(match.work(), nanos);
        cpuByMethod.add(match.method(), nanos);
    }

    /** The first sample of a thread stands for all that it allocated before the recording, too: it is left out. */
    private void allocation(RecordedEvent event) {
        var sample = new Allocation(
                event.getStartTime(),
                (double) event.getLong("weight"),
                table.match(methods(event.getStackTrace())).work(),
                event.getClass("objectClass").getName());
        Allocation first = firstOfThread.putIfAbsent(event.getThread().getId(), sample);
        if (first != null && sample.at.isBefore(first.at)) {
            firstOfThread.put(event.getThread().getId(), sample);
            add(first);
        } else if (first != null) {
            add(sample);
        }
    }

    private void add(Allocation sample) {
        allocationByWork.add(sample.work, sample.bytes);
        allocationByClass.add(sample.type, sample.bytes);
    }

    private static List<String> methods(@Nullable RecordedStackTrace stack) {
        return stack == null
                ? List.of()
                : stack.getFrames().stream().map(Recorded::method).toList();
    }

    private static String method(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    private record Allocation(Instant at, double bytes, String work, String type) {}

    /** The lowest and the highest count of one thread. */
    private record Span(long lowest, long highest) {

        static Span at(long count) {
            return new Span(count, count);
        }

        Span join(Span other) {
            return new Span(Math.min(lowest, other.lowest), Math.max(highest, other.highest));
        }

        long growth() {
            return highest - lowest;
        }
    }
}
