package dev.gatehouse.gateway.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A legacy stream ends without a word; a grown view is three notices. */
final class LegacyFarewell implements EventFan.Farewell {

    private static final byte[] VIEW_CHANGED =
            (event("tools") + event("prompts") + event("resources")).getBytes(StandardCharsets.UTF_8);

    @Override
    public ByteBuffer lastWords() {
        return ByteBuffer.allocate(0);
    }

    @Override
    public ByteBuffer viewChanged() {
        return ByteBuffer.wrap(VIEW_CHANGED);
    }

    private static String event(String list) {
        return "event: message\ndata: {\"jsonrpc\":\"2.0\",\"method\":\"notifications/" + list + "/list_changed\"}\n\n";
    }
}
