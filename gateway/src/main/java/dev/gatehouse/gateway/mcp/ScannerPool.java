package dev.gatehouse.gateway.mcp;

import java.util.ArrayDeque;
import java.util.function.Supplier;

/**
 * What one thread scans with: scanners for the messages that arrive in pieces, side by side, and one array for bytes that
 * are looked at and forgotten. Keeps a bounded number. Confined to its thread.
 */
public final class ScannerPool {

    private static final int KEPT = 64;
    private static final byte[] NONE = {};

    private final Supplier<MessageScanner> made;
    private final ArrayDeque<MessageScanner> scanners = new ArrayDeque<>();
    private byte[] scratch = NONE;

    public ScannerPool(Supplier<MessageScanner> made) {
        this.made = made;
    }

    /** A scanner that has seen nothing. Who does not give it back costs the next one a new scanner, nothing more. */
    public MessageScanner borrow() {
        MessageScanner scanner = scanners.poll();
        return scanner == null ? made.get() : scanner;
    }

    public void giveBack(MessageScanner scanner) {
        if (scanners.size() < KEPT) {
            scanner.reset();
            scanners.push(scanner);
        }
    }

    /** An array of at least so many bytes, for whoever took it alone until it is given back. */
    byte[] takeScratch(int length) {
        byte[] taken = scratch.length < length ? new byte[length] : scratch;
        scratch = NONE;
        return taken;
    }

    void giveBackScratch(byte[] bytes) {
        scratch = bytes;
    }
}
