package dev.gatehouse.gateway.door;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.ServerConnection;
import io.undertow.util.AttachmentKey;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** Where a request came from, made into text once for each connection. */
final class Remote {

    private static final AttachmentKey<String> TEXT = AttachmentKey.create(String.class);

    private Remote() {}

    /** Without port; null when the connection is gone. */
    static @Nullable String address(HttpServerExchange http) {
        ServerConnection connection = http.getConnection();
        String known = connection.getAttachment(TEXT);
        if (known != null) {
            return known;
        }
        InetSocketAddress source = http.getSourceAddress();
        if (source == null || source.getAddress() == null) {
            return null;
        }
        String text = source.getAddress().getHostAddress();
        connection.putAttachment(TEXT, text);
        return text;
    }
}
