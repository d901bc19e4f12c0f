package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.upstream.Deadlines;
import io.undertow.server.HttpServerExchange;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;

/**
 * Refused requests whose body is still under way. Undertow reads the rest, so that the client gets to see its answer;
 * but only for so long.
 */
final class Lingering {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private Lingering() {}

    static void bound(IoLane lane, HttpServerExchange http) {
        if (http.isRequestComplete()) {
            return;
        }
        http.setPersistent(false);
        Deadlines.Entry deadline = lane.deadlines().start(() -> IoUtils.safeClose(http.getConnection()));
        deadline.within(PATIENCE_NANOS);
        http.addExchangeCompleteListener((ended, next) -> {
            deadline.cancel();
            next.proceed();
        });
    }
}
