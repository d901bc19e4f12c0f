package dev.gatehouse.gateway.door;

import io.undertow.server.HttpServerExchange;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** Where a request came from. */
final class Remote {

    private Remote() {}

    /** Without port; null when the connection is gone. */
    static @Nullable String address(HttpServerExchange http) {
        InetSocketAddress source = http.getSourceAddress();
        return source == null || source.getAddress() == null
                ? null
                : source.getAddress().getHostAddress();
    }
}
