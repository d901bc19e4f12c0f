package dev.gatehouse.bench.traffic;

/** What callers do, one kind at a time. */
public enum Workload {
    CALL_100_B("tools/call 100 B", 100),
    CALL_10_KB("tools/call 10 KB", 10 * 1024),
    CALL_1_MB("tools/call 1 MB", 1024 * 1024),
    LIST("tools/list of 200", 0),
    EVENTS("SSE, 20 events", 100),
    DENIED("denied call", 100);

    private final String title;
    private final int argumentBytes;

    Workload(String title, int argumentBytes) {
        this.title = title;
        this.argumentBytes = argumentBytes;
    }

    public String title() {
        return title;
    }

    /** The length of the JSON value of {@code arguments}. */
    int argumentBytes() {
        return argumentBytes;
    }

    /** Whether it is measured at every concurrency or at the middle one only. */
    public boolean atEveryConcurrency() {
        return switch (this) {
            case CALL_100_B, CALL_10_KB, CALL_1_MB -> true;
            case LIST, EVENTS, DENIED -> false;
        };
    }
}
