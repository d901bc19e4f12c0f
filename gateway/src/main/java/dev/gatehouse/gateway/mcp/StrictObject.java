package dev.gatehouse.gateway.mcp;

import org.jspecify.annotations.Nullable;

/** Judges bytes as strictly as MCP messages are judged, for JSON that is none. */
public final class StrictObject {

    private StrictObject() {}

    /** Whether the bytes are one JSON object without duplicate members, within the usual bounds but for their number. */
    public static boolean is(byte[] utf8) {
        var scanner = new JsonScanner(ScanLimits.DEFAULT.withBytes(Long.MAX_VALUE), new Uninterested());
        return scanner.feed(utf8, 0, utf8.length) && scanner.finish() == null;
    }

    private static final class Uninterested implements JsonVisitor {

        @Override
        public boolean value(JsonType type, long at) {
            return false;
        }

        @Override
        public @Nullable Flaw name(Capture name) {
            return null;
        }

        @Override
        public @Nullable Flaw scalar(JsonType type, Capture text, long start, long end) {
            return null;
        }

        @Override
        public void closed(long end) {}
    }
}
