package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;

/**
 * Everything that one I/O thread has in flight for clients, so that revocation reaches what is already open. Confined to
 * that thread.
 */
final class OpenExchanges {

    private final Set<OpenExchange> open = new HashSet<>();

    void add(OpenExchange exchange) {
        open.add(exchange);
    }

    void remove(OpenExchange exchange) {
        open.remove(exchange);
    }

    void judge(AccessSnapshot after) {
        for (OpenExchange exchange : new ArrayList<>(open)) {
            exchange.judge(after);
        }
    }

    void listsChanged(UpstreamServer server, Era era, Set<ListKind> kinds) {
        for (OpenExchange exchange : new ArrayList<>(open)) {
            exchange.listsChanged(server, era, kinds);
        }
    }

    void remind() {
        for (OpenExchange exchange : new ArrayList<>(open)) {
            exchange.lingers();
        }
    }

    void endStreams() {
        for (OpenExchange exchange : new ArrayList<>(open)) {
            exchange.endStream();
        }
    }
}
