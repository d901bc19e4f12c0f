package dev.gatehouse.gateway.upstream.lane;

import io.undertow.client.ClientConnection;
import java.io.IOException;
import org.xnio.IoUtils;

/**
 * Closes a connection to an upstream at once. Undertow's own close lingers for up to ten seconds until the other side has
 * closed too; but closing is how a call is cancelled, and an upstream that is still working has no reason to close.
 */
final class HardClose {

    private HardClose() {}

    static void of(ClientConnection connection) {
        try {
            IoUtils.safeClose(connection.performUpgrade());
        } catch (IOException e) {
            // it is closing already
            IoUtils.safeClose(connection);
        }
    }
}
