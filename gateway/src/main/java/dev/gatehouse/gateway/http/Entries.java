package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.access.Plane;
import dev.gatehouse.gateway.ledger.Entry;
import dev.gatehouse.gateway.ledger.Ledger;
import io.undertow.server.HttpServerExchange;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** Opens the record of a request that came by HTTP. */
public final class Entries {

    private Entries() {}

    public static Entry received(Ledger ledger, Plane plane, HttpServerExchange http) {
        return ledger.received(plane, http.getRequestMethod().toString(), () -> remote(http));
    }

    private static @Nullable String remote(HttpServerExchange http) {
        InetSocketAddress source = http.getSourceAddress();
        return source == null || source.getAddress() == null
                ? null
                : source.getAddress().getHostAddress();
    }
}
