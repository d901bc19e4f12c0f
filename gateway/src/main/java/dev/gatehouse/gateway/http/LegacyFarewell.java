package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.mcp.ListKind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** A legacy stream ends without a word; a changed view is one notice for each capability. */
final class LegacyFarewell implements EventFan.Farewell {

    @Override
    public ByteBuffer lastWords() {
        return ByteBuffer.allocate(0);
    }

    @Override
    public ByteBuffer listsChanged(Set<ListKind> kinds) {
        String events = kinds.stream()
                .map(ListKind::capability)
                .distinct()
                .map(LegacyFarewell::event)
                .collect(Collectors.joining());
        return ByteBuffer.wrap(events.getBytes(StandardCharsets.UTF_8));
    }

    private static String event(String list) {
        return "event: message\ndata: {\"jsonrpc\":\"2.0\",\"method\":\"notifications/" + list + "/list_changed\"}\n\n";
    }
}
