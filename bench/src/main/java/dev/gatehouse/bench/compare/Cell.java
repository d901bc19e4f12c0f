package dev.gatehouse.bench.compare;

import dev.gatehouse.bench.traffic.Workload;
import java.util.ArrayList;
import java.util.List;

/** One row of the comparison. */
public record Cell(Workload workload, int concurrency) {

    static final int ONE = 1;
    static final int MIDDLE = 16;
    static final int MANY = 64;

    /** The rows of {@code workloads}: the calls at every concurrency, the rest in the middle. */
    static List<Cell> of(List<Workload> workloads) {
        var cells = new ArrayList<Cell>();
        for (Workload workload : workloads) {
            if (workload.atEveryConcurrency()) {
                cells.add(new Cell(workload, ONE));
                cells.add(new Cell(workload, MIDDLE));
                cells.add(new Cell(workload, MANY));
            } else {
                cells.add(new Cell(workload, MIDDLE));
            }
        }
        return cells;
    }

    @Override
    public String toString() {
        return workload.title() + ", c=" + concurrency;
    }
}
