package dev.gatehouse.gateway.mcp;

/**
 * Bounds of one scanned message. Whatever exceeds one is refused, never cut.
 *
 * @param bytes of the whole message
 * @param depth of nested objects and arrays, the outermost counting as one
 * @param members of all objects of the message together
 * @param nameBytes of one member name, decoded as UTF-8
 * @param stringBytes of one string that the gateway reads (a method, a tool's name, a URI, a cursor), decoded as UTF-8;
 *     other strings are bounded by {@code bytes} alone
 */
public record ScanLimits(long bytes, int depth, int members, int nameBytes, int stringBytes) {

    public static final ScanLimits DEFAULT = new ScanLimits(4L << 20, 64, 100_000, 8 << 10, 16 << 10);

    public ScanLimits {
        if (bytes < 1 || depth < 1 || members < 1 || nameBytes < 1 || stringBytes < 1) {
            throw new IllegalArgumentException("every bound is at least one");
        }
    }

    public ScanLimits withBytes(long limit) {
        return new ScanLimits(limit, depth, members, nameBytes, stringBytes);
    }
}
