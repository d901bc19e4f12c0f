package dev.gatehouse.gateway.mcp;

import org.jspecify.annotations.Nullable;

/** Reads the event that is arriving: scans its message line by line, and notices what other readers might not find. */
final class EventReading {

    private final ScannerPool scanners;
    private final byte[] lineFeed = {'\n'};
    private @Nullable MessageScanner scanner;
    private boolean begun;
    private boolean odd;
    private boolean typed;
    private boolean delayed;
    private long scanned;

    EventReading(ScannerPool scanners) {
        this.scanners = scanners;
    }

    boolean begun() {
        return begun;
    }

    /** Whether the event is spelt so that it should be written anew. */
    boolean odd() {
        return odd;
    }

    /** Takes a line other than data that belongs to the event. */
    void field(FieldLine line) {
        begun = true;
        switch (line) {
            case TYPE -> {
                odd |= typed;
                typed = true;
            }
            case RETRY -> {
                odd |= delayed;
                delayed = true;
            }
            case ODD -> odd = true;
            case BARE_DATA -> {
                odd = true;
                beginData();
            }
            case ID, DATA, IGNORED -> {}
        }
    }

    /** A line of data begins. */
    void beginData() {
        begun = true;
        if (scanner == null) {
            scanner = scanners.borrow();
        } else {
            data(lineFeed, 0, 1);
        }
    }

    /** Takes bytes of the value of a line of data. */
    void data(byte[] bytes, int from, int to) {
        if (scanner != null) {
            scanner.feed(bytes, from, to);
            scanned += to - from;
        }
    }

    /** What the message came to, absent where there was no data; the next event can begin. */
    @Nullable
    ScanResult end() {
        MessageScanner used = scanner;
        ScanResult result = used == null || scanned == 0 ? null : used.finish();
        if (used != null) {
            scanners.giveBack(used);
        }
        scanner = null;
        begun = false;
        odd = false;
        typed = false;
        delayed = false;
        scanned = 0;
        return result;
    }
}
