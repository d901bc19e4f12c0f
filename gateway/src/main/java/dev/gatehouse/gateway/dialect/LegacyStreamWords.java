package dev.gatehouse.gateway.dialect;

import dev.gatehouse.gateway.mcp.ListKind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** A legacy stream ends without a word; a changed view is one notice for each capability. */
public record LegacyStreamWords() implements StreamWords {

    @Override
    public ByteBuffer lastWords() {
        return ByteBuffer.allocate(0);
    }

    @Override
    public ByteBuffer listsChanged(Set<ListKind> kinds) {
        String events = kinds.stream()
                .map(ListKind::capability)
                .distinct()
                .sorted()
                .map(LegacyStreamWords::event)
                .collect(Collectors.joining());
        return ByteBuffer.wrap(events.getBytes(StandardCharsets.UTF_8));
    }

    private static String event(String list) {
        return "event: message\ndata: {\"jsonrpc\":\"2.0\",\"method\":\"notifications/" + list + "/list_changed\"}\n\n";
    }
}
