package dev.gatehouse.bench.drive;

import dev.gatehouse.bench.traffic.Workload;
import java.util.List;
import java.util.stream.Stream;

/** One row of the comparison. */
public record Cell(Workload workload, int concurrency) {

    public static final int ONE = 1;
    public static final int MIDDLE = 16;

    /** The rows of {@code workloads}. */
    public static List<Cell> of(List<Workload> workloads) {
        return workloads.stream()
                .flatMap(workload -> workload.concurrencies().stream().map(count -> new Cell(workload, count)))
                .toList();
    }

    /** Every kind of traffic once. */
    public static List<Cell> ofEachKind() {
        return Stream.of(Workload.values())
                .map(workload -> new Cell(workload, MIDDLE))
                .toList();
    }

    @Override
    public String toString() {
        return workload.title() + ", c=" + concurrency;
    }
}
