package dev.gatehouse.bench.traffic;

import java.util.List;

/** What callers do, one kind at a time. */
public enum Workload {
    CALL_100_B("tools/call 100 B", 100),
    CALL_10_KB("tools/call 10 KB", 10 * 1024),
    CALL_1_MB("tools/call 1 MB", 1024 * 1024),
    LIST_ALL_BUT_ONE("tools/list, 199 of 200", 0),
    LIST_ALL("tools/list, 200 of 200", 0),
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

    /** Who sends it. */
    public Rights rights() {
        return switch (this) {
            case CALL_100_B, CALL_10_KB, CALL_1_MB, LIST_ALL_BUT_ONE, EVENTS, DENIED -> Rights.ALL_BUT_ONE;
            case LIST_ALL -> Rights.ALL;
        };
    }

    /** How many clients can take turns at it: each has its request in memory. */
    public int mostClients() {
        return switch (this) {
            case CALL_1_MB -> 64;
            case CALL_100_B, CALL_10_KB, LIST_ALL_BUT_ONE, LIST_ALL, EVENTS, DENIED -> 1000;
        };
    }

    /** With how many requests in flight at once it is measured. */
    public List<Integer> concurrencies() {
        return switch (this) {
            case CALL_100_B -> List.of(1, 16, 64, 256);
            case CALL_10_KB -> List.of(1, 16, 64);
            case CALL_1_MB, LIST_ALL_BUT_ONE, LIST_ALL, EVENTS, DENIED -> List.of(16, 64);
        };
    }

    /** Whether so much is moved that the size of a proxy's buffers decides. */
    public boolean large() {
        return switch (this) {
            case CALL_1_MB, LIST_ALL_BUT_ONE, LIST_ALL -> true;
            case CALL_100_B, CALL_10_KB, EVENTS, DENIED -> false;
        };
    }
}
