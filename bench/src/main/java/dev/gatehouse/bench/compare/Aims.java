package dev.gatehouse.bench.compare;

import dev.gatehouse.bench.drive.Cell;

/**
 * What the figures of the gateway are meant to be, printed beside them for information: nothing is judged by them. Empty
 * where nothing is aimed at. Of CPU and added latency at most, of throughput at least, each as a ratio to nginx.
 */
final class Aims {

    /** Beside buffers of 64 KB, where those are what large bodies are measured against. */
    private static final String TUNED = " tuned";

    private static final int CALLERS = 64;

    private Aims() {}

    static String cpu(Cell cell) {
        return switch (cell.workload()) {
            case CALL_100_B -> cell.concurrency() == 16 || cell.concurrency() == CALLERS ? "≤ 1.7" : "";
            case CALL_10_KB -> cell.concurrency() == Cell.ONE ? "" : "≤ 1.6";
            case CALL_1_MB -> cell.concurrency() == Cell.MIDDLE ? "≤ 1.5" + TUNED : "";
            case LIST_ALL_BUT_ONE, LIST_ALL -> "≤ 0.5";
            case EVENTS -> "≤ 2.3";
            case DENIED -> "≤ 1.8";
        };
    }

    static String throughput(Cell cell) {
        return switch (cell.workload()) {
            case CALL_100_B -> cell.concurrency() == CALLERS ? "≥ 0.65" : "";
            case CALL_10_KB, CALL_1_MB, LIST_ALL_BUT_ONE, LIST_ALL, EVENTS, DENIED -> "";
        };
    }

    static String addedLatency(Cell cell) {
        return switch (cell.workload()) {
            case CALL_100_B -> cell.concurrency() == Cell.ONE ? "≤ 1.3" : "";
            case CALL_10_KB, CALL_1_MB, LIST_ALL_BUT_ONE, LIST_ALL, EVENTS, DENIED -> "";
        };
    }

    static String none(Cell cell) {
        return "";
    }
}
