package dev.gatehouse.gateway.door;

import io.undertow.server.HttpServerExchange;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/**
 * Refused requests whose body is still under way. Undertow reads the rest, so that the client gets to see its answer;
 * but only for so long.
 */
final class Lingering {

    private static final long PATIENCE_SECONDS = 5;

    private Lingering() {}

    /**
     * Ends the connection when the rest has not arrived soon. It is not marked as one to close before: Undertow would then
     * stop reading at once, and a client that still writes would be cut off before it sees why.
     */
    static void bound(HttpServerExchange http) {
        if (http.isComplete()) {
            return; // it broke off, and whoever sent it has gone
        }
        XnioExecutor.Key deadline = http.getIoThread()
                .executeAfter(() -> IoUtils.safeClose(http.getConnection()), PATIENCE_SECONDS, TimeUnit.SECONDS);
        http.addExchangeCompleteListener((ended, next) -> {
            deadline.remove();
            next.proceed();
        });
    }
}
